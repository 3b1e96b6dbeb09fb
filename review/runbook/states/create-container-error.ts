import { parseQuantity, tryQuantity } from '../../../lib/kube/quantity';
import { isDistroless, shellInImage } from '../../knowledge/image-shell';
import { keysIn } from '../../knowledge/references';
import { needsShell } from '../../knowledge/script';
import { mountsOf, volumeUse } from '../../knowledge/volume-use';
import { amountText } from '../../report/amounts';
import { nameOf } from '../../report/subject';
import { code, sentences } from '../../report/words';
import type { VolumeMount } from '../../../lib/kube/api/container';
import type { ReviewedContainer, Workload } from '../../workload';
import { cause, type Cause } from '../cause';
import type { Scene } from '../scene';
import type { Chapter } from '../state';

/** The runtime refuses the container, or cannot start its program. */
export const createContainerError: Chapter = {
  state: 'CreateContainerError',
  aliases: ['RunContainerError', 'StartError', 'ContainerCannotRun'],
  meaning: () =>
    sentences(
      'a reason why a container waits: the runtime refused to make it, or with `RunContainerError` and `StartError` (exit code 128) to start its program',
      'the program never ran, so there are no logs: the message of the runtime is in the state of the container and in the events',
    ),
  causes: (scene) =>
    scene.subject.workload.containers
      .filter(({ role }) => role !== 'ephemeral')
      .flatMap((placed) => [
        ...programCauses(placed, scene),
        ...nestedCauses(placed, scene),
        ...subPathCauses(placed, scene),
        ...deviceCauses(placed, scene),
        ...profileCauses(placed, scene),
        ...memoryCauses(placed, scene),
      ]),
};

function programCauses(placed: ReviewedContainer, { describePod }: Scene): Cause[] {
  const { command = [], image = '' } = placed.container;
  const [program] = command;
  if (program === undefined) return [];
  const at = placed.path.child('command');
  if (isDistroless(image) && needsShell(command))
    return [cause('certain', `${code(image)} of ${code(nameOf(placed))} has no ${code(program)}`, at, describePod)];
  if (needsShell(command) && shellInImage(image) === 'yes') return [];
  return [
    cause(
      'likely',
      `the image of ${code(nameOf(placed))} has no program ${code(program)}, or may not execute it`,
      at,
      describePod,
    ),
  ];
}

/** A folder to mount on has to be made; the kubelet does so in what it fills itself, and elsewhere it may not. */
function nestedCauses(placed: ReviewedContainer, { describePod, subject: { workload } }: Scene): Cause[] {
  const mounts = mountsOf(placed);
  return mounts.flatMap(({ mount, path }) => {
    const inside = plainPath(mount.mountPath);
    const outer = mounts.find((other) => {
      const folder = plainPath(other.mount.mountPath);
      return folder !== '' && inside.startsWith(`${folder}/`) && isClosed(other.mount, workload);
    });
    if (outer === undefined) return [];
    const text = `${code(nameOf(placed))} mounts ${code(mount.name)} at ${code(mount.mountPath)}, inside ${code(outer.mount.name)}, which is read-only: where that has no such folder, none can be made`;
    return [cause('possible', text, path.child('mountPath'), describePod)];
  });
}

function plainPath(path: string): string {
  return path.replace(/\/+$/, '');
}

function isClosed({ name, readOnly }: VolumeMount, workload: Workload): boolean {
  const volume = volumeUse(workload, name)?.volume;
  const isFilled = (volume?.configMap ?? volume?.secret ?? volume?.projected ?? volume?.downwardAPI) !== undefined;
  return !isFilled && (readOnly === true || volume?.image !== undefined);
}

/** A part of a volume that is not there is made as a folder, whatever stands at its place in the image. */
function subPathCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  return mountsOf(placed).flatMap(({ mount, path }) => {
    const { mountPath, name, subPath = '' } = mount;
    if (subPath === '' || !/\.\w+$/.test(mountPath) || isHeld(name, subPath, scene)) return [];
    const text = `volume ${code(name)} has no ${code(subPath)} for ${code(nameOf(placed))}: a folder is made of it, which cannot be mounted on the file ${code(mountPath)}`;
    return [cause('possible', text, path.child('subPath'), scene.describePod)];
  });
}

/** Whether a file is among those that a volume gets from an object under review. */
function isHeld(name: string, file: string, { subject: { around, workload } }: Scene): boolean {
  const { configMap, secret } = volumeUse(workload, name)?.volume ?? {};
  const items = configMap?.items ?? secret?.items;
  if (items !== undefined) return items.some(({ path }) => path === file);
  const kind = configMap === undefined ? 'Secret' : 'ConfigMap';
  const entity = around.landscape.find(kind, configMap?.name ?? secret?.secretName ?? '', workload.entity);
  return entity !== undefined && keysIn(entity)?.has(file) === true;
}

/** What of the node's own devices a container is given. */
function deviceCauses(placed: ReviewedContainer, { describePod }: Scene): Cause[] {
  const { volumeDevices = [], resources } = placed.container;
  const name = code(nameOf(placed));
  const devices = Object.keys(resources?.limits ?? {}).filter(
    (resource) => resource.includes('/') && !resource.startsWith('hugepages-'),
  );
  return [
    ...volumeDevices.map(({ devicePath, name: volume }, position) =>
      cause(
        'possible',
        `the block device of ${code(volume)} cannot be given to ${name} at ${code(devicePath)}`,
        placed.path.child('volumeDevices').index(position),
        describePod,
      ),
    ),
    ...devices.map((device) =>
      cause(
        'possible',
        `the device plugin of the node cannot give ${name} what ${code(device)} stands for`,
        placed.path.child('resources').child('limits'),
        describePod,
      ),
    ),
  ];
}

/** Profiles that lie on the node itself. */
function profileCauses(
  { container, path, role }: ReviewedContainer,
  { describePod, subject: { spec, workload } }: Scene,
): Cause[] {
  const shared = workload.specPath.child('securityContext');
  const own = path.child('securityContext');
  return (['appArmorProfile', 'seccompProfile'] as const).flatMap((field) => {
    const written = container.securityContext?.[field];
    const profile = written ?? spec.securityContext?.[field];
    if (profile?.type !== 'Localhost') return [];
    const kind = field === 'seccompProfile' ? 'seccomp' : 'AppArmor';
    const text = `the node has not loaded the ${kind} profile ${code(profile.localhostProfile ?? '')}, which ${code(nameOf({ container }))} ${role === 'init' ? 'needs to start' : 'runs under'}`;
    return [cause('likely', text, (written === undefined ? shared : own).child(field), describePod)];
  });
}

/** The runtime itself needs some memory inside of the limit before the program starts. */
function memoryCauses({ container, path }: ReviewedContainer, { describePod }: Scene): Cause[] {
  const limit = tryQuantity(container.resources?.limits?.['memory'] ?? '');
  if (limit === undefined || limit.sign() <= 0 || limit.compare(LEAST) >= 0) return [];
  const text = `${amountText('memory', limit)} of memory are too little to start ${code(nameOf({ container }))}: the runtime itself needs some of it`;
  return [cause('likely', text, path.child('resources').child('limits'), describePod)];
}

const LEAST = parseQuantity('12Mi');

import type { PodSpec } from '../../kube/api/pod';
import { containersOf } from '../../kube/containers';
import type { PlacedContainer } from '../../kube/containers';
import { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/**
 * Volumes are there for somebody: each is mounted, and an `emptyDir`, which comes empty, is written before it is read.
 * Who mounts or fills it otherwise, an admission webhook for example, is said with a reason at the volume.
 */
export function requireUsedVolumes(spec: PodSpec, said: Said, list: ProblemList): void {
  const uses = containersOf(spec).flatMap(usesOf);
  for (const [position, { name, emptyDir }] of (spec.volumes ?? []).entries()) {
    const field = FieldPath.of('spec').child('volumes').index(position);
    if (said.explains(field.toString())) continue;
    const own = uses.filter(({ volume }) => volume === name);
    if (own.length === 0) list.invalid('unmounted-volume', field, name, `no container mounts it: ${WAYS_OUT}`, OURS);
    else if (emptyDir != null) requireWritten(name, field, own, list);
  }
}

/** How a container uses a volume. */
interface Use {
  readonly volume: string;
  readonly by: PlacedContainer;
  readonly path: FieldPath;
  readonly writes: boolean;
}

function usesOf(by: PlacedContainer): Use[] {
  const { volumeMounts = [], volumeDevices = [], env = [] } = by.container;
  const mounts = by.path.child('volumeMounts');
  const devices = by.path.child('volumeDevices');
  return [
    ...volumeMounts.map(({ name, readOnly }, position) => ({
      volume: name,
      by,
      path: mounts.index(position),
      writes: readOnly !== true,
    })),
    ...volumeDevices.map(({ name }, position) => ({ volume: name, by, path: devices.index(position), writes: true })),
    ...env.flatMap(({ valueFrom }, position) => {
      const file = valueFrom?.fileKeyRef;
      if (file == null) return [];
      return [{ volume: file.volumeName, by, path: by.path.child('env').index(position), writes: false }];
    }),
  ];
}

/** Only an init container that reads is sure to come too early: whatever keeps running may wait for the file. */
function requireWritten(name: string, field: FieldPath, uses: readonly Use[], list: ProblemList): void {
  const writer = uses.find(({ writes }) => writes)?.by;
  if (writer === undefined) {
    const detail = `comes empty, and every mount of it is read-only: let somebody write it, or say who does with because(reason, source)`;
    list.invalid('unwritten-volume', field, name, detail, OURS);
    return;
  }
  const before = uses.slice(
    0,
    uses.findIndex(({ by }) => by === writer),
  );
  for (const { by, path } of before.filter((use) => use.by.role === 'init')) {
    const detail = `"${by.container.name}" ends before "${writer.container.name}" starts, the first that writes this emptyDir: put it behind`;
    list.invalid('read-before-written', path, name, detail, OURS);
  }
}

const WAYS_OUT = 'mount it, leave it out, or say who does with because(reason, source)';
const OURS = { ours: true } as const;

import { commandLineOf } from '../../../lib/kube/command-line';
import { finiteSignOf, isBareShell } from '../../knowledge/finite-command';
import { isWindows } from '../../knowledge/role';
import { rootPortsOf } from '../../knowledge/root-port';
import { commandPath } from '../../knowledge/script';
import { userOf } from '../../knowledge/user';
import { volumeUses } from '../../knowledge/volume-use';
import { containerWord, kubectl } from '../../report/handles';
import type { LocalhostCall } from '../../report/localhost';
import { actionText } from '../../report/probe-words';
import { lifeOf, nameOf } from '../../report/subject';
import { code, names } from '../../report/words';
import type { ReviewedContainer } from '../../workload';
import { cause, type Cause } from '../cause';
import { programText } from '../program-text';
import type { Scene } from '../scene';

/** Prints what a container wrote: in its last run, where it is started again. */
export function lastLogs({ handles, subject: { spec } }: Scene, placed: ReviewedContainer): string {
  const isOnce = placed.role !== 'sidecar' && (placed.container.restartPolicy ?? spec.restartPolicy) === 'Never';
  const command = [handles.pod, '-c', containerWord(nameOf(placed)), ...(isOnce ? [] : ['--previous'])];
  return kubectl('logs', handles, ...command);
}

/** Why the program of a container ends by itself. */
export function exitCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  const { container } = placed;
  const logs = lastLogs(scene, placed);
  const name = code(nameOf(placed));
  const line = commandLineOf(container);
  if (isIdleShell(placed) && lifeOf(scene.subject) === 'lasting')
    return [
      cause(
        'certain',
        `${name} runs what ${code(container.image ?? '')} starts by itself, a shell without input: it ends at once`,
        placed.path.child('image'),
        logs,
      ),
    ];
  const sign = lifeOf(scene.subject) === 'lasting' && placed.role === 'app' ? finiteSignOf(placed) : undefined;
  return [
    sign === undefined
      ? cause(
          'likely',
          `${name} ends by itself, and says why in its log: it runs ${programText(placed)}`,
          line.length === 0 ? placed.path.child('image') : commandPath(placed),
          logs,
        )
      : cause(
          'likely',
          `${name} ends when it has done its work (${code(sign)}), and is started again all the same`,
          commandPath(placed),
          logs,
        ),
  ];
}

/** Images of whole systems start a shell, which ends where nobody types. */
function isIdleShell({ container }: ReviewedContainer): boolean {
  const { image = '', stdin, tty } = container;
  return commandLineOf(container).length === 0 && stdin !== true && tty !== true && isBareShell(image);
}

/** What the spec keeps from the program, which it may not expect. */
export function refusalCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  return [
    ...rootFolderCauses(placed, scene),
    ...portCauses(placed, scene),
    ...ownershipCauses(placed, scene),
    ...optionalCauses(placed, scene),
    ...hookCauses(placed, scene),
  ];
}

function rootFolderCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  const { container, path } = placed;
  if (container.securityContext?.readOnlyRootFilesystem !== true) return [];
  const writable = (container.volumeMounts ?? []).filter(
    ({ name, readOnly }) => readOnly !== true && isScratch(name, scene),
  );
  const name = code(nameOf(placed));
  const text =
    writable.length === 0
      ? `${name} writes a file: its root filesystem is read-only, and it has no volume to write to (\`Read-only file system\`)`
      : `${name} writes a file outside of ${names(
          writable.map(({ mountPath }) => mountPath),
          'and',
        )}: the rest of its filesystem is read-only (\`Read-only file system\`)`;
  return [
    cause('possible', text, path.child('securityContext').child('readOnlyRootFilesystem'), lastLogs(scene, placed)),
  ];
}

function isScratch(name: string, { subject: { workload } }: Scene): boolean {
  const volume = volumeUses(workload).find((each) => each.volume.name === name)?.volume;
  return (
    (volume?.configMap ?? volume?.secret ?? volume?.projected ?? volume?.downwardAPI ?? volume?.image) === undefined
  );
}

function portCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  const { running, spec, workload } = scene.subject;
  const logs = lastLogs(scene, placed);
  const at = (position: number) => placed.path.child('ports').index(position);
  const name = code(nameOf(placed));
  const own = placed.container.ports ?? [];
  const others = running.slice(0, Math.max(running.indexOf(placed), 0));
  return [
    ...rootPortsOf(placed, workload).map(([position, port]) =>
      cause(
        'possible',
        `${name} may not listen on port ${port}: it does not run as root, and some runtimes keep low ports for it`,
        at(position),
        logs,
      ),
    ),
    ...own.flatMap(({ containerPort, protocol = 'TCP' }, position) => {
      const rival = others.find(({ container }) =>
        (container.ports ?? []).some(
          (port) => port.containerPort === containerPort && (port.protocol ?? 'TCP') === protocol,
        ),
      );
      return rival === undefined
        ? []
        : [
            cause(
              'certain',
              `${name} cannot listen on port ${containerPort}: ${code(nameOf(rival))} has it, and all containers of a Pod share one address`,
              at(position),
              logs,
            ),
          ];
    }),
    ...(spec.hostNetwork === true && own.length > 0
      ? [
          cause(
            'possible',
            `${own.length === 1 ? 'port' : 'one of the ports'} ${names(
              own.map(({ containerPort }) => String(containerPort)),
              'or',
            )} is taken on the node by something that Kubernetes does not know of: ${name} shares the node's network`,
            workload.specPath.child('hostNetwork'),
            logs,
          ),
        ]
      : []),
  ];
}

/** A fresh disk belongs to root. */
function ownershipCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  const { owner, spec, workload } = scene.subject;
  const { id, isNeverRoot } = userOf(placed, workload);
  if (!isNeverRoot || spec.securityContext?.fsGroup !== undefined || isWindows(workload)) return [];
  const templates =
    owner.kind === 'StatefulSet' ? (owner.spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata?.name) : [];
  const claims = volumeUses(workload)
    .filter(({ volume }) => (volume.persistentVolumeClaim ?? volume.ephemeral) !== undefined)
    .map(({ volume }) => volume.name);
  return (placed.container.volumeMounts ?? []).flatMap(({ mountPath, name, readOnly }, position) => {
    if (readOnly === true || !(templates.includes(name) || claims.includes(name))) return [];
    const user = id === undefined ? 'a user other than root' : `user ${id}`;
    const text = `${code(nameOf(placed))} may not write to ${code(mountPath)}: it runs as ${user}, a fresh volume belongs to root, and no \`fsGroup\` changes that`;
    return [cause('likely', text, placed.path.child('volumeMounts').index(position), lastLogs(scene, placed))];
  });
}

/** What is optional is not waited for: the program starts without it. */
function optionalCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  const { env = [], envFrom = [] } = placed.container;
  const single = env.flatMap(({ name, valueFrom = {} }, position) => {
    const reference = valueFrom.configMapKeyRef ?? valueFrom.secretKeyRef;
    if (reference?.optional !== true) return [];
    return [{ what: code(name), from: code(reference.name ?? ''), path: placed.path.child('env').index(position) }];
  });
  const whole = envFrom.flatMap(({ configMapRef, secretRef }, position) => {
    const reference = configMapRef ?? secretRef;
    if (reference?.optional !== true) return [];
    return [
      { what: 'all variables', from: code(reference.name ?? ''), path: placed.path.child('envFrom').index(position) },
    ];
  });
  return [...single, ...whole].map(({ from, path, what }) =>
    cause(
      'possible',
      `${code(nameOf(placed))} runs without ${what} of ${from}: that is optional, so nobody waits for it`,
      path,
      lastLogs(scene, placed),
    ),
  );
}

function hookCauses(placed: ReviewedContainer, scene: Scene): Cause[] {
  const hook = placed.container.lifecycle?.postStart;
  if (hook === undefined || hook.sleep !== undefined) return [];
  const text = `the \`postStart\` hook of ${code(nameOf(placed))} fails (${actionText(hook, placed.container)}): the container is killed for it`;
  return [cause('possible', text, placed.path.child('lifecycle').child('postStart'), scene.warnings)];
}

/** Whom it calls inside the Pod may not be there yet: regular containers start side by side. */
export function callCauses(calls: readonly LocalhostCall[], scene: Scene): Cause[] {
  const { apps, sidecars } = scene.subject;
  return calls.flatMap(({ from, path, port, to }) => {
    const caller = apps.find((each) => nameOf(each) === from);
    if (caller === undefined || to === undefined) return [];
    const gate = sidecars.find((each) => nameOf(each) === to);
    if (gate?.container.startupProbe !== undefined) return [];
    const when =
      gate === undefined
        ? 'they start side by side'
        : `${code(to)} has no startup probe that ${code(from)} would wait for`;
    return [
      cause(
        'possible',
        `${code(from)} does not find ${code(to)} at ${code(`localhost:${port}`)} when it starts: ${when}`,
        path,
        lastLogs(scene, caller),
      ),
    ];
  });
}

import type { ContainerRole } from '../../lib/kube/containers';
import { fieldOf, listOf, textOf, type Entity, type Identity } from '../entity';
import { conditionsOf, numberOf, textField, tryNumberOf, type LiveCondition } from './reading';

/** A Pod as the cluster shows it. */
export interface LivePod {
  readonly object: Identity;
  /** Left out where no scheduler has placed it. */
  readonly node?: string;
  /** Empty where nobody has said anything of it. */
  readonly phase: string;
  readonly reason?: string;
  readonly message?: string;
  /** The column READY of `kubectl get pods`: regular containers and sidecars that are ready, of those that there are. */
  readonly ready: string;
  readonly restarts: number;
  readonly qosClass?: string;
  readonly serviceAccount?: string;
  /** Whether somebody has asked for its end. */
  readonly isTerminating: boolean;
  readonly conditions: readonly LiveCondition[];
  readonly containers: readonly LiveContainer[];
}

/** A container as the cluster shows it. */
export interface LiveContainer {
  readonly name: string;
  readonly role: ContainerRole;
  /** The image that the Pod asks for. */
  readonly image: string;
  /** The content that runs, in the runtime's words. */
  readonly imageID?: string;
  readonly state: ContainerMoment;
  /** How it ended before it was started again. */
  readonly last?: ContainerMoment;
  readonly ready: boolean;
  /** Left out where the kubelet does not say. */
  readonly started?: boolean;
  readonly restarts: number;
  /** The limit of memory, as it is written. */
  readonly memoryLimit?: string;
}

/** The one state that a container is in; `Unknown` where nobody has said anything of it. */
export interface ContainerMoment {
  readonly state: 'Waiting' | 'Running' | 'Terminated' | 'Unknown';
  readonly reason?: string;
  readonly message?: string;
  readonly exitCode?: number;
}

/** Reads a live Pod; what cannot be read is left out. */
export function livePodOf(entity: Entity): LivePod {
  const containers = LISTS.flatMap(([list, statuses, role]) => {
    const known = new Map(
      listOf(entity.read('status', statuses)).map((status) => [textOf(fieldOf(status, 'name')), status]),
    );
    return listOf(entity.read('spec', list)).map((container) =>
      liveContainer(container, known.get(textOf(fieldOf(container, 'name'))), role),
    );
  });
  const counted = containers.filter(({ role }) => role === 'app' || role === 'sidecar');
  return {
    object: entity.identity,
    ...textField('node', entity.read('spec', 'nodeName')),
    phase: textOf(entity.read('status', 'phase')),
    ...textField('reason', entity.read('status', 'reason')),
    ...textField('message', entity.read('status', 'message')),
    ready: `${counted.filter(({ ready }) => ready).length}/${counted.length}`,
    restarts: containers.reduce((sum, { restarts }) => sum + restarts, 0),
    ...textField('qosClass', entity.read('status', 'qosClass')),
    ...textField('serviceAccount', entity.read('spec', 'serviceAccountName')),
    isTerminating: textOf(entity.read('metadata', 'deletionTimestamp')) !== '',
    conditions: conditionsOf(entity),
    containers,
  };
}

const LISTS = [
  ['initContainers', 'initContainerStatuses', 'init'],
  ['containers', 'containerStatuses', 'app'],
  ['ephemeralContainers', 'ephemeralContainerStatuses', 'ephemeral'],
] as const;

function liveContainer(container: unknown, status: unknown, otherwise: 'init' | 'app' | 'ephemeral'): LiveContainer {
  const isSidecar = otherwise === 'init' && fieldOf(container, 'restartPolicy') === 'Always';
  const last = momentOf(fieldOf(status, 'lastState'));
  const started = fieldOf(status, 'started');
  return {
    name: textOf(fieldOf(container, 'name')) || '(no name)',
    role: isSidecar ? 'sidecar' : otherwise,
    image: textOf(fieldOf(container, 'image')),
    ...textField('imageID', fieldOf(status, 'imageID')),
    state: momentOf(fieldOf(status, 'state')),
    ...(last.state !== 'Unknown' && { last }),
    ready: fieldOf(status, 'ready') === true,
    ...(typeof started === 'boolean' && { started }),
    restarts: numberOf(fieldOf(status, 'restartCount')),
    ...textField('memoryLimit', fieldOf(fieldOf(fieldOf(container, 'resources'), 'limits'), 'memory')),
  };
}

function momentOf(state: unknown): ContainerMoment {
  for (const [field, name] of STATES) {
    const value = fieldOf(state, field);
    if (typeof value !== 'object' || value === null) continue;
    const exitCode = tryNumberOf(fieldOf(value, 'exitCode'));
    return {
      state: name,
      ...textField('reason', fieldOf(value, 'reason')),
      ...textField('message', fieldOf(value, 'message')),
      ...(exitCode !== undefined && { exitCode }),
    };
  }
  return { state: 'Unknown' };
}

const STATES = [
  ['waiting', 'Waiting'],
  ['running', 'Running'],
  ['terminated', 'Terminated'],
] as const;

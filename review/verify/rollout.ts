import { textOf, type Entity } from '../entity';
import { conditionOf, conditionsOf, numberOf, textField, tryNumberOf, type LiveCondition } from './reading';

/** How far the Pods of an owner are, as its controller counts them. */
export interface Rollout {
  /** How many Pods the live object asks for. */
  readonly wanted: number;
  /** How many there are, old ones among them. */
  readonly current: number;
  /** How many of them are made from the newest template; left out where the controller does not count that. */
  readonly updated?: number;
  readonly ready: number;
  readonly available: number;
  /** `settled` where nothing of an older template is left, `stuck` where the deadline is over. */
  readonly state: 'settled' | 'under way' | 'stuck' | 'paused' | 'held';
  /** The version of the object, and the one that its controller has looked at. */
  readonly generation: number;
  readonly observed: number;
  readonly conditions: readonly LiveCondition[];
  /** What the controller says of the state. */
  readonly reason?: string;
  readonly message?: string;
}

/** Reads how far an owner is; undefined for a kind that keeps no number of Pods running. */
export function rolloutOf(entity: Entity): Rollout | undefined {
  const names = COUNTS.get(entity.identity.kind);
  if (names === undefined) return undefined;
  const status = (name: string) => numberOf(entity.read('status', name));
  const isDaemon = entity.identity.kind === 'DaemonSet';
  const generation = numberOf(entity.read('metadata', 'generation'));
  const conditions = conditionsOf(entity);
  const updated = names.updated === undefined ? undefined : status(names.updated);
  const counted = {
    wanted: isDaemon ? status(names.wanted) : (tryNumberOf(entity.read('spec', names.wanted)) ?? 1),
    current: status(names.current),
    ...(updated !== undefined && { updated }),
    ready: status(names.ready),
    available: status(names.available),
    generation,
    observed: tryNumberOf(entity.read('status', 'observedGeneration')) ?? generation,
    conditions,
  };
  const progress = conditionOf(conditions, 'Progressing');
  return {
    ...counted,
    state: stateOf(entity, counted, progress),
    ...textField('reason', progress?.reason),
    ...textField('message', progress?.message),
  };
}

/** The fields in which a controller counts; `updated` is left out where it does not tell old Pods from new ones. */
interface CountFields {
  readonly wanted: string;
  readonly current: string;
  readonly updated?: string;
  readonly ready: string;
  readonly available: string;
}

const REPLICAS: CountFields = {
  wanted: 'replicas',
  current: 'replicas',
  ready: 'readyReplicas',
  available: 'availableReplicas',
};

const COUNTS: ReadonlyMap<string, CountFields> = new Map([
  ['Deployment', { ...REPLICAS, updated: 'updatedReplicas' }],
  ['StatefulSet', { ...REPLICAS, updated: 'updatedReplicas' }],
  ['ReplicaSet', REPLICAS],
  [
    'DaemonSet',
    {
      wanted: 'desiredNumberScheduled',
      current: 'currentNumberScheduled',
      updated: 'updatedNumberScheduled',
      ready: 'numberReady',
      available: 'numberAvailable',
    },
  ],
]);

function stateOf(
  entity: Entity,
  { current, updated, wanted }: Pick<Rollout, 'current' | 'updated' | 'wanted'>,
  progress: LiveCondition | undefined,
): Rollout['state'] {
  if (progress?.status === 'False') return 'stuck';
  if (updated === undefined || (updated >= wanted && current <= Math.max(updated, wanted))) return 'settled';
  if (entity.read('spec', 'paused') === true) return 'paused';
  return isHeld(entity) ? 'held' : 'under way';
}

/** Old Pods stay by the owner's own word: until somebody deletes them, or below a number. */
function isHeld(entity: Entity): boolean {
  const isOnDelete = textOf(entity.read('spec', 'updateStrategy', 'type')) === 'OnDelete';
  return isOnDelete || numberOf(entity.read('spec', 'updateStrategy', 'rollingUpdate', 'partition')) > 0;
}

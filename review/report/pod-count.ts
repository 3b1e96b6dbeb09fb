import type { Entity } from '../entity';
import { code, count } from './words';
import type { Owner } from './owner';

/** How many Pods of a workload run at the same time. */
export interface PodCount {
  /** The least that its owner keeps running; left out where the nodes decide. */
  readonly least?: number;
  /** The most outside of rollouts: more than `least` where an autoscaler decides. */
  readonly most?: number;
  /** What the count is for: `total` for the object, `run` for each Job of a CronJob, `node` for each eligible node. */
  readonly per: 'total' | 'run' | 'node';
  /** In words: `3 Pods`, `2 to 10 Pods`, `1 Pod on each eligible node`. */
  readonly words: string;
}

/** How many Pods an owner keeps, with what scales it. */
export function podCountOf(owner: Owner, autoscalers: readonly Entity[]): PodCount {
  switch (owner.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'ReplicaSet':
      return scaledCount(atLeastNone(owner.spec.replicas ?? 1), autoscalers);
    case 'DaemonSet':
      return { per: 'node', words: '1 Pod on each eligible node' };
    case 'Job':
      return finiteCount(owner.job, 'total');
    case 'CronJob':
      return finiteCount(owner.job, 'run');
    case 'Pod':
      return { least: 1, most: 1, per: 'total', words: '1 Pod' };
    case 'PodTemplate':
      return { least: 0, most: 0, per: 'total', words: 'no Pods by itself' };
  }
}

/** The bounds that an autoscaler keeps; undefined where it does not say them as numbers. */
export function boundsOf(autoscaler: Entity): { readonly least: number; readonly most: number } | undefined {
  const least = autoscaler.read('spec', 'minReplicas') ?? 1;
  const most = autoscaler.read('spec', 'maxReplicas');
  if (!isCount(least) || !isCount(most)) return undefined;
  return { least, most: Math.max(least, most) };
}

/** An autoscaler is off while its target is set to 0. */
function scaledCount(replicas: number, [autoscaler]: readonly Entity[]): PodCount {
  const bounds = autoscaler === undefined || replicas === 0 ? undefined : boundsOf(autoscaler);
  if (autoscaler === undefined || bounds === undefined) {
    return { least: replicas, most: replicas, per: 'total', words: count(replicas, 'Pod') };
  }
  const { least, most } = bounds;
  const range = least === most ? count(least, 'Pod') : `${least} to ${most} Pods`;
  return {
    least,
    most,
    per: 'total',
    words: `${range} (${autoscaler.identity.kind} ${code(autoscaler.identity.name)})`,
  };
}

function finiteCount(
  { completions, parallelism = 1, suspend }: { completions?: number; parallelism?: number; suspend?: boolean },
  per: 'total' | 'run',
): PodCount {
  const most = suspend === true ? 0 : atLeastNone(Math.min(parallelism, completions ?? parallelism));
  const words = `${count(most, 'Pod')}${most > 1 ? ' at a time' : ''}${per === 'run' ? ' per run' : ''}`;
  return { least: most, most, per, words };
}

function atLeastNone(number: number): number {
  return Math.max(number, 0);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

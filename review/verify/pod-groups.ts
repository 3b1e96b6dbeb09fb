import type { Entity } from '../entity';
import { count } from '../report/words';
import type { WorkloadFacts } from './facts';
import type { LivePod } from './live-pod';
import type { Rollout } from './rollout';

/** The live Pods of a workload together, with what is listed of their owner. */
export interface PodsContext {
  readonly facts: WorkloadFacts;
  readonly pods: readonly LivePod[];
  /** The owner in the cluster; undefined where it is not listed. */
  readonly owner: Entity | undefined;
  /** The images of the owner's template in the cluster, by container. */
  readonly template: ReadonlyMap<string, string>;
  readonly rollout: Rollout | undefined;
  /** The ReplicaSets of a Deployment, which tell of its rollout where it is not listed itself. */
  readonly replicaSets: readonly Entity[];
}

/** So many of the Pods of a workload, at the beginning of a sentence. */
export function ofPods(those: readonly LivePod[], pods: readonly LivePod[]): string {
  return those.length === pods.length
    ? pods.length === 1
      ? 'its Pod'
      : `all ${pods.length} Pods`
    : `${those.length} of ${count(pods.length, 'Pod')}`;
}

/** `has` for one Pod, `have` for more. */
export function have({ length }: readonly LivePod[]): string {
  return length === 1 ? 'has' : 'have';
}

/** What has something in common, by what that is, in the order in which it comes. */
export function grouped<Each, Key>(
  all: readonly Each[],
  keyOf: (each: Each) => Key,
): ReadonlyMap<Key, readonly Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return groups;
}

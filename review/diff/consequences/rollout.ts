import { notice, danger, type Consequence } from '../consequence';
import { changesWithin, type WorkloadChange } from '../change';

/** Whether Pods are replaced, and how. */
export function* rolloutConsequences(change: WorkloadChange): Generator<Consequence> {
  const { is, after } = change;
  const strategies = changesWithin(change, 'spec.strategy', 'spec.updateStrategy');
  if (strategies.length > 0) {
    yield notice('rollout', `Rollouts of ${after.title} go another way from now on: ${strategyOf(change)}`);
  }
  if (is.kind === 'Pod' || is.kind === 'Job' || changesWithin(change, is.path.toString()).length === 0) return;
  if (is.kind === 'CronJob') yield notice('rollout', `${after.title} runs like this from its next run on.`);
  else if (is.kind === 'Deployment' && isRecreated(change)) {
    yield danger('rollout', `Every Pod of ${after.title} is stopped before new ones start: nobody serves meanwhile.`);
  } else if (isOnDelete(change)) {
    yield notice('rollout', `Pods of ${after.title} are replaced only as somebody deletes them.`);
  } else if (OWNERS.has(is.kind))
    yield notice('rollout', `Every Pod of ${after.title} is replaced: ${strategyOf(change)}`);
  else yield notice('rollout', `Pods that ${after.title} starts from now on are made like this.`);
}

const OWNERS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

function isRecreated({ after }: WorkloadChange): boolean {
  return after.read('spec', 'strategy', 'type') === 'Recreate';
}

function isOnDelete({ after }: WorkloadChange): boolean {
  return after.read('spec', 'updateStrategy', 'type') === 'OnDelete';
}

function strategyOf(change: WorkloadChange): string {
  const { is } = change;
  if (is.kind === 'Deployment')
    return isRecreated(change) ? 'all at once, old before new.' : 'new ones start as old ones stop.';
  if (isOnDelete(change)) return 'a Pod is replaced only when somebody deletes it.';
  return is.kind === 'StatefulSet' ? 'one after the other, from the last to the first.' : 'node after node.';
}

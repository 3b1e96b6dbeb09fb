import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, podsDo, type WorkloadChange } from '../change';

/** Where Pods may run, and who goes first. */
export function* placementConsequences(change: WorkloadChange): Generator<Consequence> {
  const { is, after } = change;
  const spec = is.specPath.toString();
  const hard = changesWithin(
    change,
    `${spec}.nodeSelector`,
    `${spec}.nodeName`,
    `${spec}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`,
    `${spec}.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution`,
    `${spec}.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution`,
    `${spec}.runtimeClassName`,
    `${spec}.schedulerName`,
  );
  const spread = changesWithin(change, `${spec}.topologySpreadConstraints`);
  const isHard = (is.spec.topologySpreadConstraints ?? []).some(
    ({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule',
  );
  if (hard.length > 0 || (spread.length > 0 && isHard)) {
    yield danger(
      'placement',
      is.kind === 'DaemonSet'
        ? `${after.title} runs on other nodes than before: its Pods on nodes that fit no more are removed.`
        : `${podsDo(after, 'may run', 'may run')} on other nodes than before; what fits on none stays Pending.`,
    );
  } else if (spread.length > 0 || changesWithin(change, `${spec}.affinity`).length > 0) {
    yield notice('placement', `${podsDo(after, 'are', 'is')} spread otherwise.`);
  }
  if (changesWithin(change, `${spec}.tolerations`).length > 0) {
    yield notice('placement', `${podsDo(after, 'tolerate', 'tolerates')} other taints than before.`);
  }
  if (changesWithin(change, `${spec}.priorityClassName`, `${spec}.priority`).length > 0) {
    yield notice(
      'placement',
      `${podsDo(after, 'have', 'has')} another priority, which decides who is scheduled first and evicted last.`,
    );
  }
}

import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, type WorkloadChange } from '../change';

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
      `Pods of ${after.title} may run on other nodes than before; where none fits, they stay Pending.`,
    );
  } else if (spread.length > 0 || changesWithin(change, `${spec}.affinity`).length > 0) {
    yield notice('placement', `Pods of ${after.title} are spread otherwise.`);
  }
  if (changesWithin(change, `${spec}.tolerations`).length > 0) {
    yield notice('placement', `Pods of ${after.title} tolerate other taints than before.`);
  }
  if (changesWithin(change, `${spec}.priorityClassName`, `${spec}.priority`).length > 0) {
    yield notice(
      'placement',
      `Pods of ${after.title} have another priority: they are scheduled and evicted in another order.`,
    );
  }
}

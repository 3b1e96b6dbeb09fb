import type { PodSpec } from '../../kube/api/pod';
import { FieldPath } from '../../kube/field-path';
import { stopNeed, stopPlan } from '../../kube/lifecycle';
import type { ContainerEnd, StopTimes } from '../../kube/lifecycle';
import type { ProblemList } from '../../kube/problem-list';
import type { KubernetesVersion } from '../../kube/version';

/**
 * The grace period, which is one for all containers, is as long as they say they need. None is computed from that: how
 * long a node may take to drain is for people to say.
 */
export function requireGracePeriod(
  spec: PodSpec,
  times: StopTimes,
  target: KubernetesVersion,
  list: ProblemList,
): void {
  if (Object.keys(times).length === 0) return;
  const { seconds, steps } = stopNeed(spec, times, target);
  const { grace } = stopPlan(spec, target);
  if (seconds <= grace) return;
  const field = FieldPath.of('spec').child('terminationGracePeriodSeconds');
  const detail = `is less than the ${seconds} s that the containers need to stop: ${sumOf(steps)}; they share one grace period`;
  list.invalid('grace-period-too-short', field, grace, detail, { ours: true, see: TERMINATION });
}

/** `api ends after 25 s (5 s of preStop, then 20 s), tail after 31 s (6 s more)`. */
function sumOf(steps: readonly ContainerEnd[]): string {
  const said = steps.map(({ name, signal, end }, position) => {
    const turn = steps[position - 1]?.end ?? 0;
    const slept = signal > turn ? `${signal - turn} s of preStop, then ` : '';
    return `${name} ends after ${end} s (${slept}${end - signal} s${position === 0 ? '' : ' more'})`;
  });
  return said.join(', ');
}

const TERMINATION = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination';

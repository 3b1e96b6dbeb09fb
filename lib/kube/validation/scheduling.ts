import type { PodSpec } from '../api/pod';
import type { Affinity } from '../api/scheduling';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { validateLabels } from './label';
import { validateNodeAffinity } from './node-affinity';
import { validatePodAffinity } from './pod-affinity';
import type { SchedulingContext } from './scheduling-context';
import { validateTolerations } from './toleration';
import { validateTopologySpread } from './topology-spread';

/**
 * Judges where a Pod may run: `nodeSelector`, `affinity`, `topologySpreadConstraints`, `tolerations`.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
 */
export function validateScheduling(
  problems: ProblemList,
  spec: Partial<PodSpec>,
  path: FieldPath,
  context: SchedulingContext,
): void {
  validateLabels(problems, spec.nodeSelector, path.child('nodeSelector'));
  validateAffinity(problems, spec.affinity, path.child('affinity'), context);
  validateTopologySpread(problems, spec.topologySpreadConstraints, path.child('topologySpreadConstraints'), context);
  validateTolerations(problems, spec.tolerations, path.child('tolerations'));
}

function validateAffinity(
  problems: ProblemList,
  affinity: Affinity | undefined,
  path: FieldPath,
  context: SchedulingContext,
): void {
  if (affinity === undefined) return;
  validateNodeAffinity(problems, affinity.nodeAffinity, path.child('nodeAffinity'), context.version);
  validatePodAffinity(problems, affinity.podAffinity, path.child('podAffinity'), context);
  validatePodAffinity(problems, affinity.podAntiAffinity, path.child('podAntiAffinity'), context);
}

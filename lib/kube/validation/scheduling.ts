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
  spec: PodSpec,
  path: FieldPath,
  problems: ProblemList,
  context: SchedulingContext,
): void {
  validateLabels(spec.nodeSelector, path.child('nodeSelector'), problems);
  validateAffinity(spec.affinity, path.child('affinity'), problems, context);
  validateTopologySpread(spec.topologySpreadConstraints, path.child('topologySpreadConstraints'), problems, context);
  validateTolerations(spec.tolerations, path.child('tolerations'), problems);
}

function validateAffinity(
  affinity: Affinity | undefined,
  path: FieldPath,
  problems: ProblemList,
  context: SchedulingContext,
): void {
  if (affinity === undefined) return;
  validateNodeAffinity(affinity.nodeAffinity, path.child('nodeAffinity'), problems, context.version);
  validatePodAffinity(affinity.podAffinity, path.child('podAffinity'), problems, context);
  validatePodAffinity(affinity.podAntiAffinity, path.child('podAntiAffinity'), problems, context);
}

import type { PodAffinity, PodAffinityTerm } from '../api/scheduling';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { atLeast } from '../version';
import { validateLabelKey } from './label';
import { validateLabelSelector } from './label-selector';
import { validateLabelKeys } from './label-keys';
import { checkDnsLabel } from './name-checks';
import { validateWeight } from './node-affinity';
import type { SchedulingContext } from './scheduling-context';

/**
 * Judges beside which Pods, or away from which, a Pod is to run: `podAffinity` and `podAntiAffinity`.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity
 */
export function validatePodAffinity(
  problems: ProblemList,
  affinity: PodAffinity | undefined,
  path: FieldPath,
  context: SchedulingContext,
): void {
  affinity?.requiredDuringSchedulingIgnoredDuringExecution?.forEach((term, position) => {
    const place = path.child('requiredDuringSchedulingIgnoredDuringExecution').index(position);
    validateTerm(problems, term, place, context);
  });
  affinity?.preferredDuringSchedulingIgnoredDuringExecution?.forEach((preference, position) => {
    const place = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position);
    validateWeight(problems, preference.weight, place.child('weight'));
    validateTerm(problems, preference.podAffinityTerm, place.child('podAffinityTerm'), context);
  });
}

function validateTerm(
  problems: ProblemList,
  term: Partial<PodAffinityTerm> | undefined,
  path: FieldPath,
  context: SchedulingContext,
): void {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey = '' } = term ?? {};
  validateLabelSelector(problems, labelSelector, path.child('labelSelector'));
  validateLabelSelector(problems, namespaceSelector, path.child('namespaceSelector'));
  // The server leaves the position out, and the last letter of the field.
  for (const namespace of namespaces) checkDnsLabel(problems, namespace, path.child('namespace'));
  if (atLeast(context.version, '1.31')) validateLabelKeys(problems, term ?? {}, path, context.podLabels);
  if (topologyKey === '') {
    problems.required('topology-key', path.child('topologyKey'), 'name the node label that tells the places apart');
  }
  validateLabelKey(problems, topologyKey, path.child('topologyKey'));
}

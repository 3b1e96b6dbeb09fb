import type { PodAffinity, PodAffinityTerm } from '../api/scheduling';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { atLeast } from '../version';
import { validateLabelKey } from './label';
import { validateLabelSelector } from './label-selector';
import { validateLabelKeys } from './label-keys';
import { isDnsLabel } from './names';
import { validateWeight } from './node-affinity';
import type { SchedulingContext } from './scheduling-context';

/**
 * Judges beside which Pods, or away from which, a Pod is to run: `podAffinity` and `podAntiAffinity`.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity
 */
export function validatePodAffinity(
  affinity: PodAffinity | undefined,
  path: FieldPath,
  problems: ProblemList,
  context: SchedulingContext,
): void {
  affinity?.requiredDuringSchedulingIgnoredDuringExecution?.forEach((term, position) => {
    const place = path.child('requiredDuringSchedulingIgnoredDuringExecution').index(position);
    validateTerm(term, place, problems, context);
  });
  affinity?.preferredDuringSchedulingIgnoredDuringExecution?.forEach((preference, position) => {
    const place = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position);
    validateWeight(preference.weight, place.child('weight'), problems);
    validateTerm(preference.podAffinityTerm, place.child('podAffinityTerm'), problems, context);
  });
}

function validateTerm(
  term: Partial<PodAffinityTerm> | undefined,
  path: FieldPath,
  problems: ProblemList,
  context: SchedulingContext,
): void {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey = '' } = term ?? {};
  validateLabelSelector(labelSelector, path.child('labelSelector'), problems);
  validateLabelSelector(namespaceSelector, path.child('namespaceSelector'), problems);
  for (const namespace of namespaces) {
    if (!isDnsLabel(namespace)) {
      const detail = 'a namespace is at most 63 lower-case letters, digits and "-", a letter or digit at both ends';
      problems.invalid('namespace-name', path.child('namespace'), namespace, detail);
    }
  }
  if (atLeast(context.version, '1.31')) validateLabelKeys(term ?? {}, path, problems, context.podLabels);
  if (topologyKey === '') {
    problems.required('topology-key', path.child('topologyKey'), 'name the node label that tells the places apart');
  }
  validateLabelKey(topologyKey, path.child('topologyKey'), problems);
}

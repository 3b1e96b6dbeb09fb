import type { PodDisruptionBudget, PodDisruptionBudgetSpec } from '../api/pod-disruption-budget';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { validateLabelSelector } from './label-selector';
import { validateObjectMeta } from './metadata';
import { checkOptionalWord } from './value-checks';
import type { Written } from './written';

const EVICTION_POLICIES: readonly string[] = ['AlwaysAllow', 'IfHealthyBudget'];

/**
 * Judges a PodDisruptionBudget. Its own rules know nothing of metadata, so that the server looks at that only where the
 * spec is fine, and asks what it asks of every API.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export function validatePodDisruptionBudget(
  problems: ProblemList,
  budget: PodDisruptionBudget,
  version: KubernetesVersion,
): void {
  const before = problems.problems.length;
  validateSpec(problems, budget.spec ?? {}, FieldPath.of('spec'));
  if (problems.problems.length > before) return;
  const context = { kind: 'PodDisruptionBudget', version, isCommon: true };
  validateObjectMeta(problems, budget.metadata, FieldPath.of('metadata'), context);
}

function validateSpec(problems: ProblemList, spec: Written<PodDisruptionBudgetSpec>, path: FieldPath): void {
  const { maxUnavailable, minAvailable, selector, unhealthyPodEvictionPolicy } = spec;
  if (minAvailable !== undefined && maxUnavailable !== undefined) {
    const detail = 'minAvailable and maxUnavailable exclude each other';
    problems.invalid('budget', path, { minAvailable, maxUnavailable }, detail);
  }
  for (const [field, amount] of Object.entries({ minAvailable, maxUnavailable })) {
    if (amount === undefined) continue;
    validateIntOrPercent(problems, amount, path.child(field));
    validateAtMostAll(problems, amount, path.child(field));
  }
  validateLabelSelector(problems, selector, path.child('selector'));
  const place = path.child('unhealthyPodEvictionPolicy');
  checkOptionalWord(problems, 'eviction-policy', unhealthyPodEvictionPolicy, EVICTION_POLICIES, place);
}

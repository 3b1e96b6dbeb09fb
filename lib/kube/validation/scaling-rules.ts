import type { HPAScalingPolicy, HPAScalingRules } from '../api/horizontal-pod-autoscaler';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { isNegativeQuantity } from './quantity-checks';
import { checkOptionalWord, checkRange } from './value-checks';
import type { Written } from './written';

const SELECT_POLICIES: readonly string[] = ['Disabled', 'Max', 'Min'];
const POLICY_TYPES: readonly string[] = ['Percent', 'Pods'];
const LONGEST_WINDOW = 3600;
const LONGEST_PERIOD = 1800;

/**
 * Judges how fast an autoscaler scales in one direction. Policies that nobody wrote are filled in; an empty list is not.
 *
 * @param hasTolerance - Whether the server knows a tolerance; it drops it otherwise.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#configurable-scaling-behavior
 */
export function validateScalingRules(
  problems: ProblemList,
  rules: Written<HPAScalingRules>,
  path: FieldPath,
  hasTolerance: boolean,
): void {
  const { policies, selectPolicy, stabilizationWindowSeconds, tolerance } = rules;
  const window = path.child('stabilizationWindowSeconds');
  checkRange(problems, 'stabilization-window', stabilizationWindowSeconds, [0, LONGEST_WINDOW], window);
  checkOptionalWord(problems, 'select-policy', selectPolicy, SELECT_POLICIES, path.child('selectPolicy'));
  if (policies?.length === 0) problems.required('scaling-policies', path.child('policies'), 'at least one policy');
  policies?.forEach((policy, position) => {
    validatePolicy(problems, policy, path.child('policies').index(position));
  });
  if (hasTolerance && tolerance !== undefined && isNegativeQuantity(tolerance)) {
    problems.invalid('negative-quantity', path.child('tolerance'), tolerance, 'must be 0 or more');
  }
}

function validatePolicy(
  problems: ProblemList,
  { periodSeconds = 0, type = '', value = 0 }: Written<HPAScalingPolicy>,
  path: FieldPath,
): void {
  checkOptionalWord(problems, 'scaling-policy-type', type, POLICY_TYPES, path.child('type'));
  if (value < 1) problems.invalid('scaling-policy-value', path.child('value'), value, 'must be 1 or more');
  checkRange(problems, 'scaling-period', periodSeconds, [1, LONGEST_PERIOD], path.child('periodSeconds'));
}

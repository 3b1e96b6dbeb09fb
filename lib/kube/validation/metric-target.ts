import type { MetricTarget } from '../api/horizontal-pod-autoscaler';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { readQuantity } from './quantity-checks';
import type { Written } from './written';

type Target = Written<MetricTarget>;

const TYPES: readonly string[] = ['AverageValue', 'Utilization', 'Value'];

/** Judges the amount that an autoscaler aims at. The server does not hold the type against the amount that is given. */
export function validateMetricTarget(problems: ProblemList, target: Target = {}, path: FieldPath): void {
  const { averageUtilization, averageValue, type = '', value } = target;
  const place = path.child('type');
  if (type === '') problems.required('metric-target-type', place, 'the type of the amount');
  if (!TYPES.includes(type)) {
    problems.invalid('metric-target-type', place, type, 'must be "Utilization", "Value" or "AverageValue"');
  }
  for (const [field, amount] of Object.entries({ value, averageValue })) {
    if (amount === undefined || readQuantity(amount)?.sign() === 1) continue;
    problems.invalid('metric-target', path.child(field), amount, 'must be more than 0');
  }
  if (averageUtilization !== undefined && averageUtilization < 1) {
    problems.invalid('metric-target', path.child('averageUtilization'), averageUtilization, 'must be 1 or more');
  }
}

/** Judges the amount of a resource that is aimed at: a share of what is requested, or an amount for each Pod. */
export function validatePodTarget(problems: ProblemList, target: Target = {}, path: FieldPath): void {
  validateMetricTarget(problems, target, path);
  const { averageUtilization, averageValue } = target;
  if (averageUtilization === undefined && averageValue === undefined) {
    problems.required('metric-target', path.child('averageUtilization'), 'averageUtilization or averageValue');
  } else if (averageUtilization !== undefined && averageValue !== undefined) {
    const detail = 'averageUtilization and averageValue exclude each other';
    problems.forbidden('metric-target', path.child('averageValue'), detail);
  }
}

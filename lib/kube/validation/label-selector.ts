import type { LabelSelector, LabelSelectorRequirement } from '../api/meta';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { isLabelKey, isLabelValue, validateLabelKey, validateLabels, validateLabelValue } from './label';
import type { Written } from './written';

type Requirement = Written<LabelSelectorRequirement>;

/**
 * Judges a label selector: its keys, operators and values.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function validateLabelSelector(
  problems: ProblemList,
  selector: LabelSelector | undefined,
  path: FieldPath,
): void {
  if (selector === undefined) return;
  validateLabels(problems, selector.matchLabels, path.child('matchLabels'));
  selector.matchExpressions?.forEach((requirement, position) => {
    validateRequirement(problems, requirement, path.child('matchExpressions').index(position));
  });
}

/** Whether a selector holds no requirement at all, so that it selects everything. */
export function isEmptySelector({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

/**
 * Whether a selector selects an object with these labels; undefined where the selector itself is broken, so that
 * nothing can be said. No selector selects nothing, an empty one everything.
 */
export function selects(
  selector: LabelSelector | undefined,
  labels: Readonly<Record<string, string>> = {},
): boolean | undefined {
  if (selector === undefined) return false;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const wanted = Object.entries(matchLabels);
  if (!wanted.every(isLabel) || !matchExpressions.every(isUsable)) return undefined;
  return (
    wanted.every(([key, value]) => valueOf(key, labels) === value) &&
    matchExpressions.every((requirement) => isMet(requirement, labels))
  );
}

function validateRequirement(problems: ProblemList, requirement: Requirement, path: FieldPath): void {
  const { key = '', operator = '', values = [] } = requirement;
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0) {
      problems.required('selector-values', path.child('values'), `operator "${operator}" needs at least one value`);
    }
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0) {
      problems.forbidden('selector-values', path.child('values'), `operator "${operator}" takes no values`);
    }
  } else {
    const detail = 'an operator is one of "In", "NotIn", "Exists", "DoesNotExist"';
    problems.invalid('selector-operator', path.child('operator'), operator, detail);
  }
  validateLabelKey(problems, key, path.child('key'));
  values.forEach((value, position) => {
    validateLabelValue(problems, value, path.child('values').index(position));
  });
}

function isLabel([key, value]: readonly [key: string, value: string]): boolean {
  return isLabelKey(key) && isLabelValue(value);
}

function valueOf(key: string, labels: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function isUsable({ key = '', operator, values = [] }: Requirement): boolean {
  if (!isLabelKey(key) || !values.every(isLabelValue)) return false;
  if (operator === 'In' || operator === 'NotIn') return values.length > 0;
  return (operator === 'Exists' || operator === 'DoesNotExist') && values.length === 0;
}

function isMet(requirement: Requirement, labels: Readonly<Record<string, string>>): boolean {
  const { key = '', operator, values = [] } = requirement;
  const value = valueOf(key, labels);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

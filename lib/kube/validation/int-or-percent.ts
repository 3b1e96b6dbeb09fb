import type { IntOrString } from '../api/scalars';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';

/** Judges a number of Pods that may be written as a share: `1` or `25%`, and not negative. */
export function validateIntOrPercent(problems: ProblemList, value: IntOrString, path: FieldPath): void {
  if (typeof value === 'string') {
    if (percentOf(value) === undefined) {
      problems.invalid('int-or-percent', path, value, 'must be a whole number, or a percentage such as "25%"');
    }
  } else if (value < 0) {
    problems.invalid('int-or-percent', path, value, 'must be 0 or more');
  }
}

/** Judges that a share is not more than the whole. */
export function validateAtMostAll(problems: ProblemList, value: IntOrString, path: FieldPath): void {
  if ((percentOf(value) ?? 0) > 100) problems.invalid('over-100-percent', path, value, 'must not be more than 100%');
}

/** Whether a number or a share comes to nothing, as the server reads it: a text that is no number counts as 0. */
export function isNone(value: IntOrString): boolean {
  const amount = percentOf(value) ?? (/^[-+]?\d+$/.test(String(value)) ? Number(value) : 0);
  return amount === 0;
}

function percentOf(value: IntOrString): number | undefined {
  const digits = /^(\d+)%$/.exec(String(value))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

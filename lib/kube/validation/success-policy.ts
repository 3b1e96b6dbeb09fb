import type { JobSpec, SuccessPolicyRule } from '../api/job';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { checkNotNegative } from './value-checks';

const MOST_RULES = 20;
const LONGEST_INDEXES = 64 * 1024;

/**
 * Judges when an Indexed Job has done enough to count as succeeded.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy
 */
export function validateSuccessPolicy(problems: ProblemList, spec: Partial<JobSpec>, path: FieldPath): void {
  if (spec.completionMode !== 'Indexed') {
    problems.invalid('indexed-only', path, spec.successPolicy, 'needs completionMode: Indexed');
    return;
  }
  const rules: readonly SuccessPolicyRule[] = spec.successPolicy?.rules ?? [];
  const place = path.child('rules');
  if (rules.length === 0) problems.required('success-rules', place, 'at least one rule must be given');
  if (rules.length > MOST_RULES) problems.tooMany('success-rules', place, rules.length, MOST_RULES);
  rules.forEach((rule, position) => {
    validateRule(problems, rule, place.index(position), spec.completions ?? Infinity);
  });
}

function validateRule(
  problems: ProblemList,
  { succeededCount, succeededIndexes }: SuccessPolicyRule,
  path: FieldPath,
  completions: number,
): void {
  if (succeededCount === undefined && succeededIndexes === undefined) {
    problems.required('success-rule', path, 'a rule has succeededCount or succeededIndexes, or both');
  }
  const indexes = countIndexes(succeededIndexes ?? '', completions);
  const place = path.child('succeededIndexes');
  if (succeededIndexes !== undefined && succeededIndexes.length > LONGEST_INDEXES) {
    problems.tooLong('success-indexes', place, succeededIndexes, LONGEST_INDEXES);
  }
  if (indexes === undefined) {
    const detail = 'must be ascending indexes below completions, such as "0,2-5"';
    problems.invalid('success-indexes', place, succeededIndexes, detail);
  }
  if (succeededCount === undefined) return;
  const count = path.child('succeededCount');
  checkNotNegative(problems, succeededCount, count);
  if (succeededCount > completions) {
    problems.invalid('success-count', count, succeededCount, `must be at most ${completions}, which is completions`);
  }
  if (succeededIndexes !== undefined && succeededCount > (indexes ?? 0)) {
    problems.invalid('success-count', count, succeededCount, 'must not be more than the indexes in succeededIndexes');
  }
}

/** How many indexes a text such as `0,2-5` names; undefined where it is broken, falls, or reaches too far. */
function countIndexes(text: string, completions: number): number | undefined {
  if (text === '') return 0;
  let total = 0;
  let last = -1;
  for (const interval of text.split(',')) {
    const [first, end = first, ...more] = interval.split('-').map(indexOf);
    if (first === undefined || end === undefined || more.length > 0) return undefined;
    const falls = interval.includes('-') ? end <= first : false;
    if (falls || first <= last || first >= completions || end >= completions) return undefined;
    total += end - first + 1;
    last = end;
  }
  return total;
}

function indexOf(text: string): number | undefined {
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}

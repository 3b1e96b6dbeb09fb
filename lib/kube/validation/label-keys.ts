import type { LabelSelector } from '../api/meta';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { validateLabelKey } from './label';

/** The keys whose values a Pod shares, or must not share, with the Pods that it is compared with. */
export interface ComparedKeys {
  readonly labelSelector?: LabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
}

/**
 * Judges `matchLabelKeys` and `mismatchLabelKeys` as the server does since it merges them into the selector: keys need
 * a selector beside them, a key may not be in both lists, and the merged selector may not name a matched key twice.
 *
 * @param podLabels - The labels of a bare Pod, whose keys are merged first; undefined for a template.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#matchlabelkeys
 */
export function validateLabelKeys(
  problems: ProblemList,
  keys: ComparedKeys,
  path: FieldPath,
  podLabels: Readonly<Record<string, string>> | undefined,
): void {
  const { labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = keys;
  validateNames(problems, matchLabelKeys, labelSelector, path.child('matchLabelKeys'));
  validateNames(problems, mismatchLabelKeys, labelSelector, path.child('mismatchLabelKeys'));
  if (labelSelector !== undefined) findRepeated(problems, keys, path, podLabels ?? {});
  matchLabelKeys.forEach((key, position) => {
    if (mismatchLabelKeys.includes(key)) {
      const detail = 'a key cannot be in both matchLabelKeys and mismatchLabelKeys';
      problems.invalid('label-keys-overlap', path.child('matchLabelKeys').index(position), key, detail);
    }
  });
}

function validateNames(
  problems: ProblemList,
  keys: readonly string[],
  selector: LabelSelector | undefined,
  path: FieldPath,
): void {
  if (keys.length === 0) return;
  if (selector === undefined) {
    problems.forbidden('label-keys-without-selector', path, 'may only be set beside a labelSelector');
    return;
  }
  keys.forEach((key, position) => {
    validateLabelKey(problems, key, path.index(position));
  });
}

/** A key that is named again after its first mention is reported at the position it has among `matchLabelKeys`. */
function findRepeated(
  problems: ProblemList,
  { labelSelector = {}, matchLabelKeys = [], mismatchLabelKeys = [] }: ComparedKeys,
  path: FieldPath,
  podLabels: Readonly<Record<string, string>>,
): void {
  const merged = [...matchLabelKeys, ...mismatchLabelKeys].filter((key) => Object.hasOwn(podLabels, key));
  const expressions = [...(labelSelector.matchExpressions ?? []).map(({ key }) => key), ...merged];
  const seen = new Set(Object.keys(labelSelector.matchLabels ?? {}));
  for (const key of expressions) {
    const position = matchLabelKeys.lastIndexOf(key);
    if (position >= 0 && seen.has(key)) {
      const detail = 'a key of matchLabelKeys cannot be in the labelSelector too';
      problems.invalid('label-keys-in-selector', path.index(position), key, detail);
    }
    seen.add(key);
  }
}

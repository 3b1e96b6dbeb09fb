import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { isSubdomain } from './names';

const SEE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';

/** Judges a label key: an optional DNS prefix, a slash, and a name of at most 63 characters. */
export function validateLabelKey(problems: ProblemList, key: string, path: FieldPath): void {
  if (isLabelKey(key)) return;
  const detail =
    'a key is a name of at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, ' +
    'and may have a DNS prefix and a slash before it';
  problems.invalid('label-key', path, key, detail, { see: SEE });
}

/** Judges a label value: empty, or at most 63 characters with a letter or digit at both ends. */
export function validateLabelValue(problems: ProblemList, value: string, path: FieldPath): void {
  if (isLabelValue(value)) return;
  const detail =
    'a value is empty or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';
  problems.invalid('label-value', path, value, detail, { see: SEE });
}

/** Judges labels, or a map that selects by labels; the API server reports every key and value at the map itself. */
export function validateLabels(
  problems: ProblemList,
  labels: Readonly<Record<string, string>> | undefined,
  path: FieldPath,
): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    validateLabelKey(problems, key, path);
    validateLabelValue(problems, value, path);
  }
}

/** Whether a text can be a label key, which the API calls a qualified name. */
export function isLabelKey(key: string): boolean {
  const [first = '', second, ...rest] = key.split('/');
  if (rest.length > 0) return false;
  if (second === undefined) return isLabelName(first);
  return isSubdomain(first) && isLabelName(second);
}

/** Whether a text can be a label value. */
export function isLabelValue(value: string): boolean {
  return value === '' || isLabelName(value);
}

function isLabelName(text: string): boolean {
  return text.length <= 63 && /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(text);
}

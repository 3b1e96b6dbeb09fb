import type { FieldPath } from '../field-path';
import { labelKeyComplaints, labelValueComplaints, type Complaints } from '../names';
import type { ProblemList } from '../problem-list';

const SEE = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';

/** Judges a label key: an optional DNS prefix, a slash, and a name of at most 63 characters. */
export function validateLabelKey(problems: ProblemList, key: string, path: FieldPath): void {
  report(problems, 'label-key', key, labelKeyComplaints(key), path);
}

/** Judges a label value: empty, or at most 63 characters with a letter or digit at both ends. */
export function validateLabelValue(problems: ProblemList, value: string, path: FieldPath): void {
  report(problems, 'label-value', value, labelValueComplaints(value), path);
}

/** Judges labels, or a map that selects by labels; the API server reports every key and value at the map itself. */
export function validateLabels(
  problems: ProblemList,
  labels: Readonly<Record<string, string>> | undefined,
  path: FieldPath,
): void {
  if (labels == null) return;
  for (const [key, value] of Object.entries(labels)) {
    validateLabelKey(problems, key, path);
    validateLabelValue(problems, value, path);
  }
}

/** Whether a text can be a label key, which the API calls a qualified name. */
export function isLabelKey(key: string): boolean {
  return labelKeyComplaints(key).length === 0;
}

/** Whether a text can be a label value. */
export function isLabelValue(value: string): boolean {
  return labelValueComplaints(value).length === 0;
}

function report(problems: ProblemList, code: string, value: string, complaints: Complaints, path: FieldPath): void {
  if (complaints.length > 0) problems.invalid(code, path, value, complaints.join('; '), { see: SEE });
}

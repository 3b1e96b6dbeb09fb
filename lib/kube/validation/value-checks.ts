import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';

const LARGEST_INT32 = 2 ** 31 - 1;

/** A text that must be there and must not be empty. */
export function requireText(problems: ProblemList, value: string | undefined, path: FieldPath, what: string): void {
  if (!value) problems.required('required-field', path, what);
}

/** A word out of a short list; a missing or empty one is left to the server's default. */
export function checkWord(
  problems: ProblemList,
  code: string,
  value: string | undefined,
  allowed: readonly string[],
  path: FieldPath,
): void {
  if (value && !allowed.includes(value)) problems.notSupported(code, path, value, allowed);
}

/** A word out of a short list that may be left out, but not be empty. */
export function checkOptionalWord(
  problems: ProblemList,
  code: string,
  value: string | undefined,
  allowed: readonly string[],
  path: FieldPath,
): void {
  if (value != null && !allowed.includes(value)) problems.notSupported(code, path, value, allowed);
}

/** A number within bounds, both inclusive; a missing one passes. */
export function checkRange(
  problems: ProblemList,
  code: string,
  value: number | undefined,
  [least, most]: readonly [number, number],
  path: FieldPath,
): void {
  if (value == null || (value >= least && value <= most)) return;
  problems.invalid(code, path, value, `must be a whole number from ${least} to ${most}`);
}

/** A number that may be 0 but not less; a missing one passes. */
export function checkNotNegative(problems: ProblemList, value: number | undefined, path: FieldPath): void {
  if (value != null && value < 0) problems.invalid('negative-number', path, value, 'must be 0 or more');
}

/** A user or group id of Linux. */
export function checkId(problems: ProblemList, value: number | undefined, path: FieldPath): void {
  checkRange(problems, 'id-range', value, [0, LARGEST_INT32], path);
}

/** A port number, 1 to 65535. */
export function checkPortNumber(problems: ProblemList, value: number, path: FieldPath): void {
  checkRange(problems, 'port-range', value, [1, 65535], path);
}

/** The permission bits of a file in a volume. */
export function checkFileMode(problems: ProblemList, value: number | undefined, path: FieldPath): void {
  if (value == null || (value >= 0 && value <= 0o777)) return;
  problems.invalid(
    'file-mode',
    path,
    value,
    `must be between 0 and 511, which is 0777 in octal; ${value} is 0${value.toString(8)}`,
  );
}

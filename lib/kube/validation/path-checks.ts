import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';

/** A path that may lead anywhere but not through `..`. */
export function checkNoBacksteps(problems: ProblemList, value: string, path: FieldPath): void {
  if (!hasBackstep(value)) return;
  problems.invalid('path-backstep', path, value, 'must not contain ".." as a part of the path');
}

/** A path below the root of its volume: relative, and without `..` as a part. */
export function checkLocalPath(problems: ProblemList, value: string, path: FieldPath): void {
  if (value.startsWith('/')) {
    problems.invalid('absolute-path', path, value, 'must be relative to the root of the volume, without a leading "/"');
  }
  checkNoBacksteps(problems, value, path);
}

/** A file below the root of its volume that also keeps clear of names starting with `..`, which the kubelet uses. */
export function checkLocalFilePath(problems: ProblemList, value: string, path: FieldPath): void {
  checkLocalPath(problems, value, path);
  if (value.startsWith('..') && !hasBackstep(value)) {
    problems.invalid('reserved-path', path, value, 'must not start with "..", which the kubelet keeps for itself');
  }
}

/** Whether a path steps up to its parent somewhere. */
export function hasBackstep(value: string): boolean {
  return value.split('/').includes('..');
}

import type { FieldPath } from '../field-path';
import { pathInsideVolumeComplaints } from '../names';
import type { ProblemList } from '../problem-list';

/** A path that may lead anywhere but not through `..`. */
export function checkNoBacksteps(problems: ProblemList, value: string, path: FieldPath): void {
  if (hasBackstep(value)) problems.invalid('path-backstep', path, value, 'must not contain ".."');
}

/** A path below the root of its volume: relative, and without `..` as a part. Returns whether it is. */
export function checkLocalPath(problems: ProblemList, value: string, path: FieldPath): boolean {
  const complaints = pathInsideVolumeComplaints(value);
  if (complaints.length > 0) problems.invalid('path-outside-volume', path, value, complaints.join('; '));
  return complaints.length === 0;
}

/** A file below the root of its volume that also keeps clear of names starting with `..`, which the kubelet uses. */
export function checkLocalFilePath(problems: ProblemList, value: string, path: FieldPath): void {
  if (!checkLocalPath(problems, value, path) || !value.startsWith('..')) return;
  problems.invalid('reserved-path', path, value, 'must not begin with "..", which the kubelet keeps for itself');
}

/** Whether a path steps up to its parent somewhere. */
export function hasBackstep(value: string): boolean {
  return value.split('/').includes('..');
}

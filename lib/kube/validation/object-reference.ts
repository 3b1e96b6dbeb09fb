import type { CrossVersionObjectReference } from '../api/horizontal-pod-autoscaler';
import type { FieldPath } from '../field-path';
import { pathSegmentComplaints } from '../names';
import type { ProblemList } from '../problem-list';
import { atLeast, type KubernetesVersion } from '../version';
import type { Written } from './written';

/** What the judgement of a reference depends on. */
export interface ReferenceContext {
  readonly version: KubernetesVersion;
  /** Whether the version of the API must name a group: `apps/v1`, and not `v1`. */
  readonly needsGroup: boolean;
}

/** Servers before this one do not look at the version of the API. */
const JUDGES_VERSION_SINCE = '1.34';

/** Judges a reference to an object of the same namespace: its kind and its name fit into a URL. */
export function validateObjectReference(
  problems: ProblemList,
  { apiVersion = '', kind = '', name = '' }: Written<CrossVersionObjectReference> = {},
  path: FieldPath,
  { version, needsGroup }: ReferenceContext,
): void {
  checkPathSegment(problems, kind, path.child('kind'), 'the kind of the object');
  checkPathSegment(problems, name, path.child('name'), 'the name of the object');
  if (!atLeast(version, JUDGES_VERSION_SINCE)) return;
  const place = path.child('apiVersion');
  const slashes = apiVersion.split('/').length - 1;
  if (slashes > 1) {
    problems.invalid('reference-version', place, apiVersion, 'must be a version or group/version, as "apps/v1" is');
  } else if (needsGroup && (slashes === 0 || apiVersion.startsWith('/'))) {
    problems.invalid('reference-version', place, apiVersion, 'must name the group and the version, as "apps/v1" does');
  }
}

/** A text that must be there and that the server can put into a URL. */
export function checkPathSegment(problems: ProblemList, text: string, path: FieldPath, what: string): void {
  const complaints = pathSegmentComplaints(text);
  if (text === '') problems.required('required-field', path, what);
  else if (complaints.length > 0) problems.invalid('path-segment', path, text, complaints.join('; '));
}

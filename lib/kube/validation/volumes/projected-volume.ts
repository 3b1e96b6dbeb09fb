import type {
  ProjectedVolumeSource,
  ServiceAccountTokenProjection,
  VolumeProjection,
} from '../../api/projected-volume';
import type { FieldPath } from '../../field-path';
import { checkLocalFilePath } from '../path-checks';
import type { PodScope } from '../pod-scope';
import { checkFileMode, checkRange, requireText } from '../value-checks';
import { validateDownwardApiFile, validateKeysToPaths } from './configuration-volumes';

const TOKEN_SECONDS = [600, 2 ** 32] as const;
const SOURCES = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'] as const;

/**
 * Several sources in one directory: each source one thing, no file twice. Trust bundles and Pod certificates are
 * behind gates that no version up to 1.36 has on: the server drops them unseen.
 */
export function validateProjectedVolume(scope: PodScope, source: ProjectedVolumeSource, path: FieldPath): void {
  const { problems } = scope;
  checkFileMode(problems, source.defaultMode, path.child('defaultMode'));
  const taken = new Set<string>();
  (source.sources ?? []).forEach((projection, position) => {
    const at = path.child('sources').index(position);
    validateNamed(scope, projection, 'secret', at);
    validateNamed(scope, projection, 'configMap', at);
    for (const file of projection.downwardAPI?.items ?? []) {
      validateDownwardApiFile(scope, file, at.child('downwardAPI'));
    }
    for (const file of filesOf(projection)) {
      if (taken.has(file)) problems.invalid('duplicate-projected-path', path, file, 'two sources write this file');
      taken.add(file);
    }
    if (projection.serviceAccountToken != null) validateToken(scope, projection.serviceAccountToken, at, path);
    const given = SOURCES.filter((name) => projection[name] != null);
    if (given.length > 1) problems.forbidden('projected-sources', at, `must have one of ${given.join(' and ')}`);
  });
}

function validateNamed(
  { problems }: PodScope,
  projection: VolumeProjection,
  field: 'secret' | 'configMap',
  path: FieldPath,
): void {
  const named = projection[field];
  if (named == null) return;
  requireText(problems, named.name, path.child(field).child('name'), 'the object to read');
  validateKeysToPaths(problems, named.items ?? [], path.child(field).child('items'));
}

function validateToken(
  { problems }: PodScope,
  token: ServiceAccountTokenProjection,
  at: FieldPath,
  path: FieldPath,
): void {
  const expiry = at.child('serviceAccountToken').child('expirationSeconds');
  checkRange(problems, 'token-expiration', token.expirationSeconds, TOKEN_SECONDS, expiry);
  // The server reports the path of the token at the volume.
  requireText(problems, token.path, path.child('path'), 'the file to write the token to');
  if (token.path) checkLocalFilePath(problems, token.path, path.child('path'));
}

function filesOf({ secret, configMap, downwardAPI }: VolumeProjection): string[] {
  const items = [...(secret?.items ?? []), ...(configMap?.items ?? []), ...(downwardAPI?.items ?? [])];
  return items.map((item) => item.path).filter((file) => file);
}

import type { DownwardAPIVolumeFile, KeyToPath } from '../../api/projected-volume';
import type { ConfigMapVolumeSource, DownwardAPIVolumeSource, SecretVolumeSource } from '../../api/volume';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import { FILE_FIELDS, validateFieldRef, validateResourceFieldRef } from '../downward-api';
import { checkLocalFilePath } from '../path-checks';
import type { PodScope } from '../pod-scope';
import { checkFileMode, requireText } from '../value-checks';

/** The keys of a Secret as files. */
export function validateSecretVolume({ problems }: PodScope, source: SecretVolumeSource, path: FieldPath): void {
  requireText(problems, source.secretName, path.child('secretName'), 'the Secret to mount');
  checkFileMode(problems, source.defaultMode, path.child('defaultMode'));
  validateKeysToPaths(problems, source.items ?? [], path.child('items'));
}

/** The keys of a ConfigMap as files. */
export function validateConfigMapVolume({ problems }: PodScope, source: ConfigMapVolumeSource, path: FieldPath): void {
  requireText(problems, source.name, path.child('name'), 'the ConfigMap to mount');
  checkFileMode(problems, source.defaultMode, path.child('defaultMode'));
  validateKeysToPaths(problems, source.items ?? [], path.child('items'));
}

/** Fields of the Pod as files. The server names the volume and not the file. */
export function validateDownwardApiVolume(scope: PodScope, source: DownwardAPIVolumeSource, path: FieldPath): void {
  checkFileMode(scope.problems, source.defaultMode, path.child('defaultMode'));
  for (const file of source.items ?? []) validateDownwardApiFile(scope, file, path);
}

/** Which key becomes which file. */
export function validateKeysToPaths(problems: ProblemList, items: readonly KeyToPath[], path: FieldPath): void {
  items.forEach((item, position) => {
    const at = path.index(position);
    requireText(problems, item.key, at.child('key'), 'the key to show as a file');
    requireText(problems, item.path, at.child('path'), 'the file to show the key as');
    if (item.path) checkLocalFilePath(problems, item.path, at.child('path'));
    checkFileMode(problems, item.mode, at.child('mode'));
  });
}

/** One field of the Pod, or one resource of a container, as a file. */
export function validateDownwardApiFile(scope: PodScope, file: DownwardAPIVolumeFile, path: FieldPath): void {
  const { problems } = scope;
  requireText(problems, file.path, path.child('path'), 'the file to show the field as');
  if (file.path) checkLocalFilePath(problems, file.path, path.child('path'));
  if (file.fieldRef != null) {
    validateFieldRef(scope, file.fieldRef, FILE_FIELDS, path.child('fieldRef'));
    if (file.resourceFieldRef != null) {
      problems.invalid('downward-api-sources', path, 'resource', 'must have one of fieldRef and resourceFieldRef');
    }
  } else if (file.resourceFieldRef != null) {
    validateResourceFieldRef(scope, file.resourceFieldRef, path.child('resourceFieldRef'), true);
  } else {
    problems.required('downward-api-sources', path, 'one of fieldRef and resourceFieldRef');
  }
  checkFileMode(problems, file.mode, path.child('mode'));
}

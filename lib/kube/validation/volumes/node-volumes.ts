import type { EmptyDirVolumeSource, HostPathVolumeSource, ImageVolumeSource } from '../../api/volume';
import type { FieldPath } from '../../field-path';
import { checkNoBacksteps } from '../path-checks';
import type { PodScope } from '../pod-scope';
import { isNegativeQuantity } from '../quantity-checks';
import { checkOptionalWord, checkWord, requireText } from '../value-checks';

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];
const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** A directory on the node that lives as long as the Pod. */
export function validateEmptyDir({ problems }: PodScope, source: EmptyDirVolumeSource, path: FieldPath): void {
  if (source.sizeLimit == null || !isNegativeQuantity(source.sizeLimit)) return;
  problems.forbidden('negative-quantity', path.child('sizeLimit'), 'must be 0 or more');
}

/** A file or directory of the node. */
export function validateHostPath({ problems }: PodScope, source: HostPathVolumeSource, path: FieldPath): void {
  if (!source.path) {
    requireText(problems, source.path, path.child('path'), 'the path on the node');
    return;
  }
  checkNoBacksteps(problems, source.path, path.child('path'));
  checkOptionalWord(problems, 'host-path-type', source.type, HOST_PATH_TYPES, path.child('type'));
}

/** The files of an image; a template may leave the image to whoever completes it. */
export function validateImageVolume(scope: PodScope, source: ImageVolumeSource, path: FieldPath): void {
  const { problems, holder } = scope;
  if (holder === 'pod') requireText(problems, source.reference, path.child('reference'), 'the image to mount');
  checkWord(problems, 'pull-policy', source.pullPolicy, PULL_POLICIES, path.child('pullPolicy'));
}

import type { Rule } from '../../rule';
import { noDevelopmentTag } from '../no-development-tag';
import { noFloatingTag } from '../no-floating-tag';
import { requireImageDigest } from '../require-image-digest';
import { requireImageRegistry } from '../require-image-registry';
import { validImageName } from '../valid-image-name';
import { validImagePullPolicy } from '../valid-image-pull-policy';

/** Images: their names, tags and how they are pulled. */
export const IMAGE_RULES: readonly Rule[] = [
  noFloatingTag,
  noDevelopmentTag,
  requireImageDigest,
  requireImageRegistry,
  validImageName,
  validImagePullPolicy,
];

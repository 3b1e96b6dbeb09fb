import type { Rule } from '../../rule';
import { noHiddenImageContent } from '../no-hidden-image-content';
import { noLonelySharedVolume } from '../no-lonely-shared-volume';
import { noStaleConfig } from '../no-stale-config';
import { noUnmountedVolume } from '../no-unmounted-volume';
import { requireEmptyDirSizeLimit } from '../require-empty-dir-size-limit';
import { requireFsGroup } from '../require-fs-group';
import { requireLastingData } from '../require-lasting-data';
import { requireVolumeWriter } from '../require-volume-writer';
import { validDataDirectory } from '../valid-data-directory';
import { validMemoryVolume } from '../valid-memory-volume';

/** Volumes and mounts. */
export const VOLUME_RULES: readonly Rule[] = [
  requireEmptyDirSizeLimit,
  validMemoryVolume,
  noUnmountedVolume,
  requireVolumeWriter,
  noLonelySharedVolume,
  noHiddenImageContent,
  noStaleConfig,
  requireLastingData,
  validDataDirectory,
  requireFsGroup,
];

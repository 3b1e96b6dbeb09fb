import type { Chapter } from '../state';
import { crashLoopBackOff } from './crash-loop-back-off';
import { createContainerConfigError } from './create-container-config-error';
import { createContainerError } from './create-container-error';
import { evicted } from './evicted';
import { imagePullBackOff } from './image-pull-back-off';
import { init } from './init';
import { notReady } from './not-ready';
import { oomKilled } from './oom-killed';
import { pending } from './pending';
import { unknown } from './unknown';

/** Every state, in the order in which a Pod meets them. */
export const CHAPTERS: readonly Chapter[] = [
  pending,
  imagePullBackOff,
  createContainerConfigError,
  createContainerError,
  init,
  crashLoopBackOff,
  oomKilled,
  notReady,
  evicted,
  unknown,
];

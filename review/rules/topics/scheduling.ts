import type { Rule } from '../../rule';
import { noHardAntiAffinity } from '../no-hard-anti-affinity';
import { noLoneToleration } from '../no-lone-toleration';
import { noPinnedNode } from '../no-pinned-node';
import { noRequiredPodAffinity } from '../no-required-pod-affinity';
import { noSystemPriority } from '../no-system-priority';
import { noTolerateAll } from '../no-tolerate-all';
import { requireGuaranteedPriority } from '../require-guaranteed-priority';
import { requirePlacementReason } from '../require-placement-reason';
import { validAntiAffinitySelector } from '../valid-anti-affinity-selector';
import { validSpreadSelector } from '../valid-spread-selector';

/** On which nodes Pods run, and before whom. */
export const SCHEDULING_RULES: readonly Rule[] = [
  noPinnedNode,
  requirePlacementReason,
  noLoneToleration,
  noTolerateAll,
  noHardAntiAffinity,
  validAntiAffinitySelector,
  validSpreadSelector,
  noRequiredPodAffinity,
  noSystemPriority,
  requireGuaranteedPriority,
];

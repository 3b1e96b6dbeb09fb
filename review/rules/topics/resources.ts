import type { Rule } from '../../rule';
import { noBestEffort } from '../no-best-effort';
import { noCpuLimit } from '../no-cpu-limit';
import { noMemoryOvercommitment } from '../no-memory-overcommitment';
import { requireEphemeralStorage } from '../require-ephemeral-storage';
import { requireExplicitRequests } from '../require-explicit-requests';
import { requireGuaranteedMemory } from '../require-guaranteed-memory';
import { requireMemoryLimit } from '../require-memory-limit';
import { requireResourceRequests } from '../require-resource-requests';
import { validMemorySuffix } from '../valid-memory-suffix';
import { validResourceAmounts } from '../valid-resource-amounts';

/** What containers request, and how much they may use. */
export const RESOURCE_RULES: readonly Rule[] = [
  noBestEffort,
  requireResourceRequests,
  requireMemoryLimit,
  requireExplicitRequests,
  validResourceAmounts,
  validMemorySuffix,
  noCpuLimit,
  noMemoryOvercommitment,
  requireGuaranteedMemory,
  requireEphemeralStorage,
];

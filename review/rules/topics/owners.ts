import type { Rule } from '../../rule';
import { noDeletedClaims } from '../no-deleted-claims';
import { noFiniteCommand } from '../no-finite-command';
import { noFullOutageRollout } from '../no-full-outage-rollout';
import { noHandWrittenReplicaSet } from '../no-hand-written-replica-set';
import { noHeldRollout } from '../no-held-rollout';
import { noNakedPod } from '../no-naked-pod';
import { noRecreateInTraffic } from '../no-recreate-in-traffic';
import { noSharedClaim } from '../no-shared-claim';
import { noSingleReplica } from '../no-single-replica';
import { requireDisruptionBudget } from '../require-disruption-budget';
import { requireGoverningService } from '../require-governing-service';
import { requireNamespace } from '../require-namespace';
import { requireRevisionHistory } from '../require-revision-history';
import { requireSpread } from '../require-spread';
import { uniqueDisruptionBudgets } from '../unique-disruption-budgets';
import { uniqueObjects } from '../unique-objects';
import { uniqueSelectors } from '../unique-selectors';
import { validDisruptionBudget } from '../valid-disruption-budget';

/** What owns Pods, how many there are, and how they are rolled out. */
export const OWNER_RULES: readonly Rule[] = [
  noNakedPod,
  noHandWrittenReplicaSet,
  requireNamespace,
  uniqueObjects,
  noFiniteCommand,
  uniqueSelectors,
  noSingleReplica,
  requireSpread,
  requireDisruptionBudget,
  validDisruptionBudget,
  uniqueDisruptionBudgets,
  noFullOutageRollout,
  noRecreateInTraffic,
  noHeldRollout,
  requireRevisionHistory,
  noSharedClaim,
  noDeletedClaims,
  requireGoverningService,
];

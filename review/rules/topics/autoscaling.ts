import type { Rule } from '../../rule';
import { noReplicasBesideAutoscaler } from '../no-replicas-beside-autoscaler';
import { requireAutoscalerRequests } from '../require-autoscaler-requests';
import { requireContainerMetric } from '../require-container-metric';
import { validAutoscalerBounds } from '../valid-autoscaler-bounds';
import { validAutoscalerTarget } from '../valid-autoscaler-target';

/** What changes the number of Pods. */
export const AUTOSCALING_RULES: readonly Rule[] = [
  noReplicasBesideAutoscaler,
  validAutoscalerTarget,
  validAutoscalerBounds,
  requireAutoscalerRequests,
  requireContainerMetric,
];

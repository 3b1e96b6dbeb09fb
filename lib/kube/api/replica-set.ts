import type { LabelSelector, ObjectMeta } from './meta';
import type { PodTemplateSpec } from './pod';
import type { Int32, Int64, Time } from './scalars';

/**
 * A ReplicaSet.
 *
 * @apiVersion apps/v1
 */
export interface ReplicaSet {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: ObjectMeta;
  readonly spec?: ReplicaSetSpec;
  readonly status?: ReplicaSetStatus;
}

export interface ReplicaSetSpec {
  readonly minReadySeconds?: Int32;
  readonly replicas?: Int32;
  readonly selector: LabelSelector;
  readonly template?: PodTemplateSpec;
}

export interface ReplicaSetStatus {
  readonly availableReplicas?: Int32;
  readonly conditions?: readonly ReplicaSetCondition[];
  readonly fullyLabeledReplicas?: Int32;
  readonly observedGeneration?: Int64;
  readonly readyReplicas?: Int32;
  readonly replicas: Int32;
  readonly terminatingReplicas?: Int32;
}

export interface ReplicaSetCondition {
  readonly lastTransitionTime?: Time;
  readonly message?: string;
  readonly reason?: string;
  readonly status: string;
  readonly type: string;
}

import type { LabelSelector, ObjectMeta } from './meta';
import type { PodTemplateSpec } from './pod';
import type { Int32, Int64, Time } from './scalars';

/**
 * A Job.
 *
 * @apiVersion batch/v1
 */
export interface Job {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: ObjectMeta;
  readonly spec?: JobSpec;
  readonly status?: JobStatus;
}

export interface JobSpec {
  readonly activeDeadlineSeconds?: Int64;
  readonly backoffLimit?: Int32;
  readonly backoffLimitPerIndex?: Int32;
  readonly completionMode?: string;
  readonly completions?: Int32;
  readonly managedBy?: string;
  readonly manualSelector?: boolean;
  readonly maxFailedIndexes?: Int32;
  readonly parallelism?: Int32;
  readonly podFailurePolicy?: PodFailurePolicy;
  readonly podReplacementPolicy?: string;
  readonly selector?: LabelSelector;
  readonly successPolicy?: SuccessPolicy;
  readonly suspend?: boolean;
  readonly template: PodTemplateSpec;
  readonly ttlSecondsAfterFinished?: Int32;
}

export interface PodFailurePolicy {
  readonly rules: readonly PodFailurePolicyRule[];
}

export interface PodFailurePolicyRule {
  readonly action: string;
  readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement;
  readonly onPodConditions?: readonly PodFailurePolicyOnPodConditionsPattern[];
}

export interface PodFailurePolicyOnExitCodesRequirement {
  readonly containerName?: string;
  readonly operator: string;
  readonly values: readonly Int32[];
}

export interface PodFailurePolicyOnPodConditionsPattern {
  readonly status?: string;
  readonly type: string;
}

export interface SuccessPolicy {
  readonly rules: readonly SuccessPolicyRule[];
}

export interface SuccessPolicyRule {
  readonly succeededCount?: Int32;
  readonly succeededIndexes?: string;
}

export interface JobStatus {
  readonly active?: Int32;
  readonly completedIndexes?: string;
  readonly completionTime?: Time;
  readonly conditions?: readonly JobCondition[];
  readonly failed?: Int32;
  readonly failedIndexes?: string;
  readonly ready?: Int32;
  readonly startTime?: Time;
  readonly succeeded?: Int32;
  readonly terminating?: Int32;
  readonly uncountedTerminatedPods?: UncountedTerminatedPods;
}

export interface JobCondition {
  readonly lastProbeTime?: Time;
  readonly lastTransitionTime?: Time;
  readonly message?: string;
  readonly reason?: string;
  readonly status: string;
  readonly type: string;
}

export interface UncountedTerminatedPods {
  readonly failed?: readonly string[];
  readonly succeeded?: readonly string[];
}

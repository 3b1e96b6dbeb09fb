import type { LabelSelector, ObjectMeta } from './meta';
import type { PodTemplateSpec } from './pod-template';
import type { Int32, Int64, Time } from './scalars';

/**
 * Runs Pods until enough of them have succeeded.
 *
 * @apiVersion batch/v1
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export interface Job {
  /** Always `batch/v1`. */
  readonly apiVersion?: string;
  /** Always `Job`. */
  readonly kind?: string;
  /** The Job's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** What shall run. */
  readonly spec?: JobSpec;
  /** What was seen running. Set by the cluster. */
  readonly status?: JobStatus;
}

/** What shall run, how often it must succeed and how often it may fail. */
export interface JobSpec {
  /**
   * How many Pods must succeed.
   *
   * @default 1; with `parallelism` alone, one success ends the Job
   */
  readonly completions?: Int32;
  /**
   * How many Pods run at once; 0 pauses the Job.
   *
   * @default 1
   */
  readonly parallelism?: Int32;
  /**
   * Whether each Pod has a number of its own and every number must succeed.
   *
   * @default `NonIndexed`
   */
  readonly completionMode?: 'NonIndexed' | 'Indexed';
  /**
   * How many failures of Pods make the Job fail.
   *
   * @default 6; no limit with `backoffLimitPerIndex`
   */
  readonly backoffLimit?: Int32;
  /**
   * How many failures make one number fail; only with `Indexed` and `restartPolicy: Never`.
   *
   * @since 1.28
   * @stage alpha 1.28, beta 1.29, stable 1.33
   * @gate JobBackoffLimitPerIndex
   */
  readonly backoffLimitPerIndex?: Int32;
  /**
   * How many failed numbers make the Job fail; only with `backoffLimitPerIndex`.
   *
   * @default no limit
   * @since 1.28
   * @stage alpha 1.28, beta 1.29, stable 1.33
   * @gate JobBackoffLimitPerIndex
   */
  readonly maxFailedIndexes?: Int32;
  /**
   * Seconds after which the Job is stopped and has failed, at least 1.
   *
   * @default no end
   */
  readonly activeDeadlineSeconds?: Int64;
  /**
   * Which failures end the Job and which do not count; needs `restartPolicy: Never`.
   *
   * @default every failure counts
   * @stage alpha 1.25, beta 1.26, stable 1.31
   * @gate JobPodFailurePolicy
   */
  readonly podFailurePolicy?: PodFailurePolicy;
  /**
   * When the Job has succeeded before every number has; only with `Indexed`.
   *
   * @default when every number succeeded
   * @since 1.30
   * @stage alpha 1.30, beta 1.31, stable 1.33
   * @gate JobSuccessPolicy
   */
  readonly successPolicy?: SuccessPolicy;
  /**
   * Whether a new Pod comes while the old one is still ending, or only after.
   *
   * @default `TerminatingOrFailed`; `Failed` with a `podFailurePolicy`
   * @since 1.28
   * @stage alpha 1.28, beta 1.29, stable 1.34
   * @gate JobPodReplacementPolicy
   */
  readonly podReplacementPolicy?: 'TerminatingOrFailed' | 'Failed';
  /**
   * Seconds after its end at which the Job and its Pods are deleted.
   *
   * @default never
   */
  readonly ttlSecondsAfterFinished?: Int32;
  /**
   * Whether the Job waits; its running Pods are deleted.
   *
   * @default false
   */
  readonly suspend?: boolean;
  /**
   * Who runs the Job, as `domain/name`; never changes.
   *
   * @default `kubernetes.io/job-controller`
   * @since 1.30
   * @stage alpha 1.30, beta 1.32, stable 1.35
   * @gate JobManagedBy
   */
  readonly managedBy?: string;
  /**
   * Whether `selector` and the template's labels are one's own business; two Jobs may then steal each other's Pods.
   *
   * @default false
   */
  readonly manualSelector?: boolean;
  /**
   * Which Pods belong to the Job.
   *
   * @default one that the server makes, which is almost always right
   */
  readonly selector?: LabelSelector;
  /** What the Pods are made from; its `restartPolicy` is `OnFailure` or `Never`. */
  readonly template: PodTemplateSpec;
}

/** Which failures end a Job and which do not count. */
export interface PodFailurePolicy {
  /**
   * The rules, at most 20; the first that fits decides.
   *
   * @atomic
   */
  readonly rules: readonly PodFailurePolicyRule[];
}

/** What one kind of failure means; exactly one of the two conditions is set. */
export interface PodFailurePolicyRule {
  /**
   * What it means: the Job has failed, the number has failed, it does not count, it counts.
   *
   * @valueSince FailIndex 1.28
   */
  readonly action: 'FailJob' | 'FailIndex' | 'Ignore' | 'Count';
  /** A failure by its exit code. */
  readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement;
  /**
   * A failure by the Pod's conditions, at most 20.
   *
   * @atomic
   */
  readonly onPodConditions?: readonly PodFailurePolicyOnPodConditionsPattern[];
}

/** A set of exit codes, or everything outside of it. */
export interface PodFailurePolicyOnExitCodesRequirement {
  /**
   * The container whose exit code is meant.
   *
   * @default any container
   */
  readonly containerName?: string;
  /** Whether the exit code must be in the set or outside of it. */
  readonly operator: 'In' | 'NotIn';
  /** The exit codes in rising order, at most 255; 0 is not among them for `In`. */
  readonly values: readonly Int32[];
}

/** A condition of a failed Pod. */
export interface PodFailurePolicyOnPodConditionsPattern {
  /** The condition, such as `DisruptionTarget`. */
  readonly type: string;
  /**
   * Its status.
   *
   * @default `True`
   */
  readonly status?: 'True' | 'False' | 'Unknown';
}

/** When an indexed Job has succeeded before every number has. */
export interface SuccessPolicy {
  /**
   * The rules, at most 20; one that holds is enough.
   *
   * @atomic
   */
  readonly rules: readonly SuccessPolicyRule[];
}

/** Which numbers, or how many of them, must have succeeded. */
export interface SuccessPolicyRule {
  /**
   * The numbers, as in `1,3-5,7`.
   *
   * @default all of them
   */
  readonly succeededIndexes?: string;
  /**
   * How many of them.
   *
   * @default all of them
   */
  readonly succeededCount?: Int32;
}

/** What was seen of a Job. */
export interface JobStatus {
  /** When the Job began. */
  readonly startTime?: Time;
  /** When it succeeded. */
  readonly completionTime?: Time;
  /** How many Pods run and are not about to end. */
  readonly active?: Int32;
  /** How many Pods are ready. */
  readonly ready?: Int32;
  /** How many Pods succeeded. */
  readonly succeeded?: Int32;
  /** How many Pods failed. */
  readonly failed?: Int32;
  /**
   * How many Pods are about to end.
   *
   * @since 1.28
   * @stage alpha 1.28, beta 1.29, stable 1.34
   * @gate JobPodReplacementPolicy
   */
  readonly terminating?: Int32;
  /** The numbers that succeeded, as in `1,3-5,7`. */
  readonly completedIndexes?: string;
  /**
   * The numbers that failed, as in `1,3-5,7`.
   *
   * @since 1.28
   * @stage alpha 1.28, beta 1.29, stable 1.33
   * @gate JobBackoffLimitPerIndex
   */
  readonly failedIndexes?: string;
  /**
   * What is so and what is not, such as `Complete` and `Failed`.
   *
   * @atomic
   */
  readonly conditions?: readonly JobCondition[];
  /** Pods that ended and are not in the counts yet. */
  readonly uncountedTerminatedPods?: UncountedTerminatedPods;
}

/** Something that is so, is not so or is not known of a Job. */
export interface JobCondition {
  /** What the condition speaks of. */
  readonly type: string;
  /** Whether it is so. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** When it was last looked at. */
  readonly lastProbeTime?: Time;
  /** When the status last changed. */
  readonly lastTransitionTime?: Time;
  /** Why, as one word for programs. */
  readonly reason?: string;
  /** Why, as a sentence for people. */
  readonly message?: string;
}

/** Pods that ended and are not in a Job's counts yet. */
export interface UncountedTerminatedPods {
  /** UIDs of Pods that succeeded. */
  readonly succeeded?: readonly string[];
  /** UIDs of Pods that failed. */
  readonly failed?: readonly string[];
}

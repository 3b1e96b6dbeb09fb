import type { LabelSelector, ObjectMeta } from './meta';
import type { PodTemplateSpec } from './pod-template';
import type { Int32, Int64, IntOrString, Time } from './scalars';

/**
 * Keeps a number of equal Pods running and replaces them gradually when their template changes.
 *
 * @apiVersion apps/v1
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export interface Deployment {
  /** Always `apps/v1`. */
  readonly apiVersion?: string;
  /** Always `Deployment`. */
  readonly kind?: string;
  /** The Deployment's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** What shall run. */
  readonly spec?: DeploymentSpec;
  /** What was seen running. Set by the cluster. */
  readonly status?: DeploymentStatus;
}

/** How many Pods of which kind shall run, and how they are replaced. */
export interface DeploymentSpec {
  /**
   * How many Pods shall run; leave it out where an autoscaler decides.
   *
   * @default 1
   */
  readonly replicas?: Int32;
  /** Which Pods belong to the Deployment; it must fit the template's labels and never changes. */
  readonly selector: LabelSelector;
  /**
   * How old Pods are replaced by new ones.
   *
   * @default a rolling update
   */
  readonly strategy?: DeploymentStrategy;
  /**
   * Seconds a new Pod must be ready before it counts as available.
   *
   * @default 0
   */
  readonly minReadySeconds?: Int32;
  /**
   * Seconds without progress after which a rollout is reported as failed; more than `minReadySeconds`.
   *
   * @default 600
   */
  readonly progressDeadlineSeconds?: Int32;
  /**
   * How many old ReplicaSets are kept for a rollback.
   *
   * @default 10
   */
  readonly revisionHistoryLimit?: Int32;
  /**
   * Whether changes of the template wait.
   *
   * @default false
   */
  readonly paused?: boolean;
  /** What the Pods are made from. */
  readonly template: PodTemplateSpec;
}

/** How old Pods are replaced by new ones. */
export interface DeploymentStrategy {
  /**
   * Whether new Pods come before the old ones go, or all old ones go first.
   *
   * @default `RollingUpdate`
   */
  readonly type?: 'RollingUpdate' | 'Recreate';
  /** The pace of a rolling update; only with `RollingUpdate`. */
  readonly rollingUpdate?: RollingUpdateDeployment;
}

/** The pace of a rolling update; not both fields may be 0. */
export interface RollingUpdateDeployment {
  /**
   * How many of the wanted Pods may be missing, as a number or a percentage rounded down.
   *
   * @default 25%
   */
  readonly maxUnavailable?: IntOrString;
  /**
   * How many Pods more than wanted may run, as a number or a percentage rounded up.
   *
   * @default 25%
   */
  readonly maxSurge?: IntOrString;
}

/** What was seen of a Deployment. */
export interface DeploymentStatus {
  /** The `metadata.generation` that the status speaks of. */
  readonly observedGeneration?: Int64;
  /** How many Pods there are, of any template. */
  readonly replicas?: Int32;
  /** How many Pods have the newest template. */
  readonly updatedReplicas?: Int32;
  /** How many Pods are ready. */
  readonly readyReplicas?: Int32;
  /** How many Pods have been ready for `minReadySeconds`. */
  readonly availableReplicas?: Int32;
  /** How many Pods are still missing. */
  readonly unavailableReplicas?: Int32;
  /**
   * How many Pods are about to end.
   *
   * @since 1.33
   * @stage alpha 1.33, beta 1.35
   * @gate DeploymentReplicaSetTerminatingReplicas
   */
  readonly terminatingReplicas?: Int32;
  /**
   * What is so and what is not, such as `Available` and `Progressing`.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly DeploymentCondition[];
  /** How often the hash in the name of a new ReplicaSet was already taken. */
  readonly collisionCount?: Int32;
}

/** Something that is so, is not so or is not known of a Deployment. */
export interface DeploymentCondition {
  /** What the condition speaks of. */
  readonly type: string;
  /** Whether it is so. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** When the condition was last written. */
  readonly lastUpdateTime?: Time;
  /** When the status last changed. */
  readonly lastTransitionTime?: Time;
  /** Why, as one word for programs. */
  readonly reason?: string;
  /** Why, as a sentence for people. */
  readonly message?: string;
}

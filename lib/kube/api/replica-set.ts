import type { LabelSelector, ObjectMeta } from './meta';
import type { PodTemplateSpec } from './pod-template';
import type { Int32, Int64, Time } from './scalars';

/**
 * Keeps a number of equal Pods running; mostly made by a Deployment.
 *
 * @apiVersion apps/v1
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/
 */
export interface ReplicaSet {
  /** Always `apps/v1`. */
  readonly apiVersion?: string;
  /** Always `ReplicaSet`. */
  readonly kind?: string;
  /** The ReplicaSet's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** What shall run. */
  readonly spec?: ReplicaSetSpec;
  /** What was seen running. Set by the cluster. */
  readonly status?: ReplicaSetStatus;
}

/** How many Pods of which kind shall run. */
export interface ReplicaSetSpec {
  /**
   * How many Pods shall run.
   *
   * @default 1
   */
  readonly replicas?: Int32;
  /** Which Pods belong to the ReplicaSet; it must fit the template's labels and never changes. */
  readonly selector: LabelSelector;
  /**
   * Seconds a new Pod must be ready before it counts as available.
   *
   * @default 0
   */
  readonly minReadySeconds?: Int32;
  /** What the Pods are made from. */
  readonly template?: PodTemplateSpec;
}

/** What was seen of a ReplicaSet. */
export interface ReplicaSetStatus {
  /** The `metadata.generation` that the status speaks of. */
  readonly observedGeneration?: Int64;
  /** How many Pods there are. */
  readonly replicas: Int32;
  /** How many Pods have all labels of the template. */
  readonly fullyLabeledReplicas?: Int32;
  /** How many Pods are ready. */
  readonly readyReplicas?: Int32;
  /** How many Pods have been ready for `minReadySeconds`. */
  readonly availableReplicas?: Int32;
  /**
   * How many Pods are about to end.
   *
   * @since 1.33
   * @stage alpha 1.33, beta 1.35
   * @gate DeploymentReplicaSetTerminatingReplicas
   */
  readonly terminatingReplicas?: Int32;
  /**
   * What is so and what is not.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly ReplicaSetCondition[];
}

/** Something that is so, is not so or is not known of a ReplicaSet. */
export interface ReplicaSetCondition {
  /** What the condition speaks of. */
  readonly type: string;
  /** Whether it is so. */
  readonly status: 'True' | 'False' | 'Unknown';
  /** When the status last changed. */
  readonly lastTransitionTime?: Time;
  /** Why, as one word for programs. */
  readonly reason?: string;
  /** Why, as a sentence for people. */
  readonly message?: string;
}

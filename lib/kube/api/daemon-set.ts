import type { LabelSelector, ObjectMeta } from './meta';
import type { PodTemplateSpec } from './pod-template';
import type { Int32, Int64, IntOrString, Time } from './scalars';

/**
 * Keeps one Pod on every node, or on every node that the template allows.
 *
 * @apiVersion apps/v1
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/
 */
export interface DaemonSet {
  /** Always `apps/v1`. */
  readonly apiVersion?: string;
  /** Always `DaemonSet`. */
  readonly kind?: string;
  /** The DaemonSet's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** What shall run. */
  readonly spec?: DaemonSetSpec;
  /** What was seen running. Set by the cluster. */
  readonly status?: DaemonSetStatus;
}

/** Which Pod shall run on the nodes, and how it is replaced. */
export interface DaemonSetSpec {
  /** Which Pods belong to the DaemonSet; it must fit the template's labels and never changes. */
  readonly selector: LabelSelector;
  /**
   * How old Pods are replaced by new ones.
   *
   * @default a rolling update
   */
  readonly updateStrategy?: DaemonSetUpdateStrategy;
  /**
   * Seconds a new Pod must be ready before it counts as available.
   *
   * @default 0
   */
  readonly minReadySeconds?: Int32;
  /**
   * How many old revisions are kept for a rollback.
   *
   * @default 10
   */
  readonly revisionHistoryLimit?: Int32;
  /** What the Pods are made from; its node selector and affinity choose the nodes. */
  readonly template: PodTemplateSpec;
}

/** How old Pods are replaced by new ones. */
export interface DaemonSetUpdateStrategy {
  /**
   * Whether Pods are replaced node by node or only when somebody deletes them.
   *
   * @default `RollingUpdate`
   */
  readonly type?: 'RollingUpdate' | 'OnDelete';
  /** The pace of a rolling update; only with `RollingUpdate`. */
  readonly rollingUpdate?: RollingUpdateDaemonSet;
}

/** The pace of a rolling update; exactly one of the fields is not 0. */
export interface RollingUpdateDaemonSet {
  /**
   * How many nodes may lack the Pod at once, as a number or a percentage rounded up.
   *
   * @default 1
   */
  readonly maxUnavailable?: IntOrString;
  /**
   * How many nodes may run old and new Pod at once, as a number or a percentage rounded up.
   *
   * @default 0
   */
  readonly maxSurge?: IntOrString;
}

/** What was seen of a DaemonSet. */
export interface DaemonSetStatus {
  /** The `metadata.generation` that the status speaks of. */
  readonly observedGeneration?: Int64;
  /** How many nodes shall run the Pod. */
  readonly desiredNumberScheduled: Int32;
  /** How many of them run one. */
  readonly currentNumberScheduled: Int32;
  /** How many of them run one of the newest template. */
  readonly updatedNumberScheduled?: Int32;
  /** How many of them run one that is ready. */
  readonly numberReady: Int32;
  /** How many of them run one that has been ready for `minReadySeconds`. */
  readonly numberAvailable?: Int32;
  /** How many of them do not. */
  readonly numberUnavailable?: Int32;
  /** How many nodes run the Pod and should not. */
  readonly numberMisscheduled: Int32;
  /**
   * What is so and what is not.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly DaemonSetCondition[];
  /** How often the hash in the name of a new revision was already taken. */
  readonly collisionCount?: Int32;
}

/** Something that is so, is not so or is not known of a DaemonSet. */
export interface DaemonSetCondition {
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

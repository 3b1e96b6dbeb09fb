import type { LabelSelector, ObjectMeta } from './meta';
import type { PersistentVolumeClaim } from './persistent-volume-claim';
import type { PodTemplateSpec } from './pod-template';
import type { Int32, Int64, IntOrString, Time } from './scalars';

/**
 * Keeps Pods that are told apart: each has a lasting name, a number and claims of its own.
 *
 * @apiVersion apps/v1
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export interface StatefulSet {
  /** Always `apps/v1`. */
  readonly apiVersion?: string;
  /** Always `StatefulSet`. */
  readonly kind?: string;
  /** The StatefulSet's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** What shall run. */
  readonly spec?: StatefulSetSpec;
  /** What was seen running. Set by the cluster. */
  readonly status?: StatefulSetStatus;
}

/** How many Pods of which kind shall run, with which storage, and in which order they come and go. */
export interface StatefulSetSpec {
  /**
   * How many Pods shall run.
   *
   * @default 1
   */
  readonly replicas?: Int32;
  /** Which Pods belong to the StatefulSet; it must fit the template's labels and never changes. */
  readonly selector: LabelSelector;
  /**
   * The headless Service under which each Pod has its name in DNS; never changes. Required before 1.33.
   *
   * @default no names in DNS
   */
  readonly serviceName?: string;
  /**
   * Whether Pods come and go one after the other or all at once; never changes.
   *
   * @default `OrderedReady`
   */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  /**
   * How old Pods are replaced by new ones.
   *
   * @default a rolling update
   */
  readonly updateStrategy?: StatefulSetUpdateStrategy;
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
  /**
   * What becomes of the claims when Pods go for good.
   *
   * @default they stay
   * @stage alpha 1.23, beta 1.27, stable 1.32
   * @gate StatefulSetAutoDeletePVC
   */
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  /**
   * Which numbers the Pods get.
   *
   * @default 0 and up
   * @stage alpha 1.26, beta 1.27, stable 1.31
   * @gate StatefulSetStartOrdinal
   */
  readonly ordinals?: StatefulSetOrdinals;
  /** What the Pods are made from. */
  readonly template: PodTemplateSpec;
  /**
   * Claims that each Pod gets for itself and keeps; their names are volumes of the Pod.
   *
   * @atomic
   */
  readonly volumeClaimTemplates?: readonly PersistentVolumeClaim[];
}

/** Which numbers the Pods get. */
export interface StatefulSetOrdinals {
  /**
   * The first number.
   *
   * @default 0
   */
  readonly start?: Int32;
}

/** What becomes of the claims when Pods go for good. */
export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  /**
   * What happens when the StatefulSet is deleted.
   *
   * @default `Retain`
   */
  readonly whenDeleted?: 'Retain' | 'Delete';
  /**
   * What happens when it is scaled down.
   *
   * @default `Retain`
   */
  readonly whenScaled?: 'Retain' | 'Delete';
}

/** How old Pods are replaced by new ones. */
export interface StatefulSetUpdateStrategy {
  /**
   * Whether Pods are replaced one after the other or only when somebody deletes them.
   *
   * @default `RollingUpdate`
   */
  readonly type?: 'RollingUpdate' | 'OnDelete';
  /** The pace of a rolling update; only with `RollingUpdate`. */
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy;
}

/** The pace of a rolling update, from the highest number down. */
export interface RollingUpdateStatefulSetStrategy {
  /**
   * The number below which Pods keep the old template.
   *
   * @default 0
   */
  readonly partition?: Int32;
  /**
   * How many Pods may be missing at once, as a number or a percentage rounded up.
   *
   * @default 1
   * @stage alpha 1.24, beta 1.35 off
   * @gate MaxUnavailableStatefulSet
   */
  readonly maxUnavailable?: IntOrString;
}

/** What was seen of a StatefulSet. */
export interface StatefulSetStatus {
  /** The `metadata.generation` that the status speaks of. */
  readonly observedGeneration?: Int64;
  /** How many Pods there are. */
  readonly replicas: Int32;
  /** How many Pods are ready. */
  readonly readyReplicas?: Int32;
  /** How many Pods have been ready for `minReadySeconds`. */
  readonly availableReplicas?: Int32;
  /** How many Pods have the old revision. */
  readonly currentReplicas?: Int32;
  /** How many Pods have the new revision. */
  readonly updatedReplicas?: Int32;
  /** The revision of the Pods that are not updated yet. */
  readonly currentRevision?: string;
  /** The revision of the Pods that are updated. */
  readonly updateRevision?: string;
  /**
   * What is so and what is not.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly StatefulSetCondition[];
  /** How often the hash in the name of a new revision was already taken. */
  readonly collisionCount?: Int32;
}

/** Something that is so, is not so or is not known of a StatefulSet. */
export interface StatefulSetCondition {
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

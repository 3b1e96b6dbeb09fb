import type { LabelSelector, ObjectMeta } from './meta';
import type { PersistentVolumeClaim } from './persistent-volume-claim';
import type { PodTemplateSpec } from './pod';
import type { Int32, Int64, IntOrString, Time } from './scalars';

/**
 * A StatefulSet.
 *
 * @apiVersion apps/v1
 */
export interface StatefulSet {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: ObjectMeta;
  readonly spec?: StatefulSetSpec;
  readonly status?: StatefulSetStatus;
}

export interface StatefulSetSpec {
  readonly minReadySeconds?: Int32;
  readonly ordinals?: StatefulSetOrdinals;
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  readonly podManagementPolicy?: string;
  readonly replicas?: Int32;
  readonly revisionHistoryLimit?: Int32;
  readonly selector: LabelSelector;
  readonly serviceName?: string;
  readonly template: PodTemplateSpec;
  readonly updateStrategy?: StatefulSetUpdateStrategy;
  readonly volumeClaimTemplates?: readonly PersistentVolumeClaim[];
}

export interface StatefulSetOrdinals {
  readonly start?: Int32;
}

export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  readonly whenDeleted?: string;
  readonly whenScaled?: string;
}

export interface StatefulSetUpdateStrategy {
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy;
  readonly type?: string;
}

export interface RollingUpdateStatefulSetStrategy {
  readonly maxUnavailable?: IntOrString;
  readonly partition?: Int32;
}

export interface StatefulSetStatus {
  readonly availableReplicas?: Int32;
  readonly collisionCount?: Int32;
  readonly conditions?: readonly StatefulSetCondition[];
  readonly currentReplicas?: Int32;
  readonly currentRevision?: string;
  readonly observedGeneration?: Int64;
  readonly readyReplicas?: Int32;
  readonly replicas: Int32;
  readonly updateRevision?: string;
  readonly updatedReplicas?: Int32;
}

export interface StatefulSetCondition {
  readonly lastTransitionTime?: Time;
  readonly message?: string;
  readonly reason?: string;
  readonly status: string;
  readonly type: string;
}

import type { LabelSelector, ObjectMeta } from './meta';
import type { PodTemplateSpec } from './pod';
import type { Int32, Int64, IntOrString, Time } from './scalars';

/**
 * A DaemonSet.
 *
 * @apiVersion apps/v1
 */
export interface DaemonSet {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: ObjectMeta;
  readonly spec?: DaemonSetSpec;
  readonly status?: DaemonSetStatus;
}

export interface DaemonSetSpec {
  readonly minReadySeconds?: Int32;
  readonly revisionHistoryLimit?: Int32;
  readonly selector: LabelSelector;
  readonly template: PodTemplateSpec;
  readonly updateStrategy?: DaemonSetUpdateStrategy;
}

export interface DaemonSetUpdateStrategy {
  readonly rollingUpdate?: RollingUpdateDaemonSet;
  readonly type?: string;
}

export interface RollingUpdateDaemonSet {
  readonly maxSurge?: IntOrString;
  readonly maxUnavailable?: IntOrString;
}

export interface DaemonSetStatus {
  readonly collisionCount?: Int32;
  readonly conditions?: readonly DaemonSetCondition[];
  readonly currentNumberScheduled: Int32;
  readonly desiredNumberScheduled: Int32;
  readonly numberAvailable?: Int32;
  readonly numberMisscheduled: Int32;
  readonly numberReady: Int32;
  readonly numberUnavailable?: Int32;
  readonly observedGeneration?: Int64;
  readonly updatedNumberScheduled?: Int32;
}

export interface DaemonSetCondition {
  readonly lastTransitionTime?: Time;
  readonly message?: string;
  readonly reason?: string;
  readonly status: string;
  readonly type: string;
}

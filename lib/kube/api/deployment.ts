import type { LabelSelector, ObjectMeta } from './meta';
import type { PodTemplateSpec } from './pod';
import type { Int32, Int64, IntOrString, Time } from './scalars';

/**
 * A Deployment.
 *
 * @apiVersion apps/v1
 */
export interface Deployment {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: ObjectMeta;
  readonly spec?: DeploymentSpec;
  readonly status?: DeploymentStatus;
}

export interface DeploymentSpec {
  readonly minReadySeconds?: Int32;
  readonly paused?: boolean;
  readonly progressDeadlineSeconds?: Int32;
  readonly replicas?: Int32;
  readonly revisionHistoryLimit?: Int32;
  readonly selector: LabelSelector;
  readonly strategy?: DeploymentStrategy;
  readonly template: PodTemplateSpec;
}

export interface DeploymentStrategy {
  readonly rollingUpdate?: RollingUpdateDeployment;
  readonly type?: string;
}

export interface RollingUpdateDeployment {
  readonly maxSurge?: IntOrString;
  readonly maxUnavailable?: IntOrString;
}

export interface DeploymentStatus {
  readonly availableReplicas?: Int32;
  readonly collisionCount?: Int32;
  readonly conditions?: readonly DeploymentCondition[];
  readonly observedGeneration?: Int64;
  readonly readyReplicas?: Int32;
  readonly replicas?: Int32;
  readonly terminatingReplicas?: Int32;
  readonly unavailableReplicas?: Int32;
  readonly updatedReplicas?: Int32;
}

export interface DeploymentCondition {
  readonly lastTransitionTime?: Time;
  readonly lastUpdateTime?: Time;
  readonly message?: string;
  readonly reason?: string;
  readonly status: string;
  readonly type: string;
}

import type { LabelSelector, ObjectMeta } from './meta';
import type { Int32, Int64, Quantity, Time } from './scalars';

/**
 * Changes the number of Pods of a workload as the load changes.
 *
 * @apiVersion autoscaling/v2
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export interface HorizontalPodAutoscaler {
  /** Always `autoscaling/v2`. */
  readonly apiVersion?: string;
  /** Always `HorizontalPodAutoscaler`. */
  readonly kind?: string;
  /** The autoscaler's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** What it scales, between which numbers, and by what it decides. */
  readonly spec?: HorizontalPodAutoscalerSpec;
  /** What it found last. Set by the cluster. */
  readonly status?: HorizontalPodAutoscalerStatus;
}

/** What an autoscaler scales, between which numbers, and by what it decides. */
export interface HorizontalPodAutoscalerSpec {
  /** The workload. */
  readonly scaleTargetRef: CrossVersionObjectReference;
  /**
   * The fewest Pods.
   *
   * @default 1
   */
  readonly minReplicas?: Int32;
  /** The most Pods. */
  readonly maxReplicas: Int32;
  /**
   * What is measured; the metric that asks for the most Pods wins.
   *
   * @default 80 percent of the requested CPU
   * @atomic
   */
  readonly metrics?: readonly MetricSpec[];
  /** How fast it scales in either direction. */
  readonly behavior?: HorizontalPodAutoscalerBehavior;
}

/** An object of the same namespace, by kind and name. */
export interface CrossVersionObjectReference {
  /** The version of its API. */
  readonly apiVersion?: string;
  /** The kind of the object. */
  readonly kind: string;
  /** The name of the object. */
  readonly name: string;
}

/** One thing that is measured; the field that its `type` names is set. */
export interface MetricSpec {
  /** Which of the other fields is set. */
  readonly type: 'ContainerResource' | 'External' | 'Object' | 'Pods' | 'Resource';
  /** What the Pods use of a resource, all containers together. */
  readonly resource?: ResourceMetricSource;
  /**
   * What one container uses of a resource.
   *
   * @stage alpha 1.20, beta 1.27, stable 1.30
   * @gate HPAContainerMetrics
   */
  readonly containerResource?: ContainerResourceMetricSource;
  /** A metric of each Pod. */
  readonly pods?: PodsMetricSource;
  /** A metric of another object, such as the requests that an Ingress gets. */
  readonly object?: ObjectMetricSource;
  /** A metric of something outside the cluster, such as the length of a queue. */
  readonly external?: ExternalMetricSource;
}

/** What the Pods use of a resource, all containers together. */
export interface ResourceMetricSource {
  /** The resource: `cpu`, `memory`. */
  readonly name: string;
  /** The amount that is aimed at. */
  readonly target: MetricTarget;
}

/** What one container uses of a resource. */
export interface ContainerResourceMetricSource {
  /** The resource: `cpu`, `memory`. */
  readonly name: string;
  /** The amount that is aimed at. */
  readonly target: MetricTarget;
  /** The container that is measured. */
  readonly container: string;
}

/** A metric of each Pod. */
export interface PodsMetricSource {
  /** The metric. */
  readonly metric: MetricIdentifier;
  /** The amount that is aimed at. */
  readonly target: MetricTarget;
}

/** A metric of another object. */
export interface ObjectMetricSource {
  /** The object that is measured. */
  readonly describedObject: CrossVersionObjectReference;
  /** The amount that is aimed at. */
  readonly target: MetricTarget;
  /** The metric. */
  readonly metric: MetricIdentifier;
}

/** A metric of something outside the cluster. */
export interface ExternalMetricSource {
  /** The metric. */
  readonly metric: MetricIdentifier;
  /** The amount that is aimed at. */
  readonly target: MetricTarget;
}

/** A metric by its name, and by its labels where the name alone does not say which. */
export interface MetricIdentifier {
  /** The metric's name. */
  readonly name: string;
  /** The labels of the series that count. */
  readonly selector?: LabelSelector;
}

/** The amount that is aimed at. */
export interface MetricTarget {
  /** Which of the other fields is set. */
  readonly type: 'AverageValue' | 'Utilization' | 'Value';
  /** The amount in all. */
  readonly value?: Quantity;
  /** The amount for each Pod. */
  readonly averageValue?: Quantity;
  /** The share of what is requested, in percent, for each Pod. */
  readonly averageUtilization?: Int32;
}

/** How fast an autoscaler scales in either direction. */
export interface HorizontalPodAutoscalerBehavior {
  /**
   * How it adds Pods.
   *
   * @default at once, by 4 Pods or to the double in 15 seconds, whatever is more
   */
  readonly scaleUp?: HPAScalingRules;
  /**
   * How it takes Pods away.
   *
   * @default after 300 seconds of less load, down to `minReplicas`
   */
  readonly scaleDown?: HPAScalingRules;
}

/** How fast an autoscaler scales in one direction. */
export interface HPAScalingRules {
  /** Seconds over which the most careful recommendation counts. */
  readonly stabilizationWindowSeconds?: Int32;
  /**
   * Which of several policies counts.
   *
   * @default `Max`
   */
  readonly selectPolicy?: 'Disabled' | 'Max' | 'Min';
  /**
   * How much may change in a time.
   *
   * @atomic
   */
  readonly policies?: readonly HPAScalingPolicy[];
  /**
   * How far the load may be off the aim before anything changes, as a share: `50m` for 5 percent.
   *
   * @default 10 percent, by the whole cluster's setting
   * @since 1.33
   * @stage alpha 1.33, beta 1.35
   * @gate HPAConfigurableTolerance
   */
  readonly tolerance?: Quantity;
}

/** How much may change in a time. */
export interface HPAScalingPolicy {
  /** What `value` counts. */
  readonly type: 'Percent' | 'Pods';
  /** The most that may change. */
  readonly value: Int32;
  /** The time in which it may change, from 1 to 1800 seconds. */
  readonly periodSeconds: Int32;
}

/** What an autoscaler found last. */
export interface HorizontalPodAutoscalerStatus {
  /** The generation that this is about. */
  readonly observedGeneration?: Int64;
  /** When it last changed the number of Pods. */
  readonly lastScaleTime?: Time;
  /** How many Pods there are. */
  readonly currentReplicas?: Int32;
  /** How many Pods there should be. */
  readonly desiredReplicas: Int32;
  /**
   * What it measured last.
   *
   * @atomic
   */
  readonly currentMetrics?: readonly MetricStatus[];
  /**
   * Whether it can scale, and what keeps it from it.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly HorizontalPodAutoscalerCondition[];
}

/** What an autoscaler says of itself. */
export interface HorizontalPodAutoscalerCondition {
  /** What is said, such as `AbleToScale`. */
  readonly type: string;
  /** Whether it holds. */
  readonly status: string;
  /** When that last changed. */
  readonly lastTransitionTime?: Time;
  /** Why, in one word. */
  readonly reason?: string;
  /** Why, in a sentence. */
  readonly message?: string;
}

/** What an autoscaler measured of one metric. */
export interface MetricStatus {
  /** Which of the other fields is set. */
  readonly type: string;
  /** What the Pods use. */
  readonly resource?: ResourceMetricStatus;
  /** What one container uses. */
  readonly containerResource?: ContainerResourceMetricStatus;
  /** A metric of each Pod. */
  readonly pods?: PodsMetricStatus;
  /** A metric of another object. */
  readonly object?: ObjectMetricStatus;
  /** A metric of something outside the cluster. */
  readonly external?: ExternalMetricStatus;
}

/** What the Pods used of a resource. */
export interface ResourceMetricStatus {
  /** The resource. */
  readonly name: string;
  /** The amount. */
  readonly current: MetricValueStatus;
}

/** What one container used of a resource. */
export interface ContainerResourceMetricStatus {
  /** The resource. */
  readonly name: string;
  /** The amount. */
  readonly current: MetricValueStatus;
  /** The container. */
  readonly container: string;
}

/** What was measured of each Pod. */
export interface PodsMetricStatus {
  /** The metric. */
  readonly metric: MetricIdentifier;
  /** The amount. */
  readonly current: MetricValueStatus;
}

/** What was measured of another object. */
export interface ObjectMetricStatus {
  /** The metric. */
  readonly metric: MetricIdentifier;
  /** The amount. */
  readonly current: MetricValueStatus;
  /** The object. */
  readonly describedObject: CrossVersionObjectReference;
}

/** What was measured outside the cluster. */
export interface ExternalMetricStatus {
  /** The metric. */
  readonly metric: MetricIdentifier;
  /** The amount. */
  readonly current: MetricValueStatus;
}

/** An amount that was measured. */
export interface MetricValueStatus {
  /** The amount in all. */
  readonly value?: Quantity;
  /** The amount for each Pod. */
  readonly averageValue?: Quantity;
  /** The share of what is requested, in percent. */
  readonly averageUtilization?: Int32;
}

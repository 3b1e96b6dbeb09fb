import type { Condition, LabelSelector, ObjectMeta } from './meta';
import type { Int32, Int64, IntOrString, Time } from './scalars';

/**
 * How many Pods of a kind may be taken away at a time by somebody who can wait: a drain, an autoscaler of nodes.
 *
 * @apiVersion policy/v1
 * @see https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
 */
export interface PodDisruptionBudget {
  /** Always `policy/v1`. */
  readonly apiVersion?: string;
  /** Always `PodDisruptionBudget`. */
  readonly kind?: string;
  /** The budget's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** Which Pods it counts, and how many must stay. */
  readonly spec?: PodDisruptionBudgetSpec;
  /** What it allows at the moment. Set by the cluster. */
  readonly status?: PodDisruptionBudgetStatus;
}

/** Which Pods a budget counts, and how many must stay; one of `minAvailable` and `maxUnavailable`. */
export interface PodDisruptionBudgetSpec {
  /** How many Pods must stay, as a number or a share. */
  readonly minAvailable?: IntOrString;
  /** How many Pods may be away, as a number or a share. */
  readonly maxUnavailable?: IntOrString;
  /**
   * The Pods that are counted; an empty one counts all of the namespace.
   *
   * @default no Pods
   */
  readonly selector?: LabelSelector;
  /**
   * Whether Pods that run and are not ready may go although the budget is used up.
   *
   * @default `IfHealthyBudget`
   * @stage alpha 1.26, beta 1.27, stable 1.31
   * @gate PDBUnhealthyPodEvictionPolicy
   */
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
}

/** What a budget allows at the moment. */
export interface PodDisruptionBudgetStatus {
  /** The generation that this is about. */
  readonly observedGeneration?: Int64;
  /** Pods that are about to be evicted, with the time of the decision. */
  readonly disruptedPods?: Readonly<Record<string, Time>>;
  /** How many Pods may go now. */
  readonly disruptionsAllowed: Int32;
  /** How many Pods are ready. */
  readonly currentHealthy: Int32;
  /** How many Pods must be ready. */
  readonly desiredHealthy: Int32;
  /** How many Pods are counted. */
  readonly expectedPods: Int32;
  /**
   * Whether evictions are allowed, and why not.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly Condition[];
}

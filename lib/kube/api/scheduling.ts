import type { LabelSelector } from './meta';
import type { Int32, Int64 } from './scalars';

/**
 * Which nodes a Pod wants or shuns, by the nodes' labels and by the Pods already there.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
 */
export interface Affinity {
  /** Nodes wanted by their own labels. */
  readonly nodeAffinity?: NodeAffinity;
  /** Places wanted because of the Pods there. */
  readonly podAffinity?: PodAffinity;
  /** Places shunned because of the Pods there. */
  readonly podAntiAffinity?: PodAntiAffinity;
}

/** Nodes that a Pod must or would like to run on. A running Pod stays when the labels change. */
export interface NodeAffinity {
  /** Nodes of which one must be had; else the Pod waits. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
  /**
   * Nodes that are better than others, by the sum of the weights.
   *
   * @atomic
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredSchedulingTerm[];
}

/** A set of nodes: any one of the terms must hold. */
export interface NodeSelector {
  /**
   * The terms, at least one.
   *
   * @atomic
   */
  readonly nodeSelectorTerms: readonly NodeSelectorTerm[];
}

/** Conditions on a node that must all hold; a term without any matches no node. */
export interface NodeSelectorTerm {
  /**
   * Conditions on the node's labels.
   *
   * @atomic
   */
  readonly matchExpressions?: readonly NodeSelectorRequirement[];
  /**
   * Conditions on the node's fields, of which only `metadata.name` is known.
   *
   * @atomic
   */
  readonly matchFields?: readonly NodeSelectorRequirement[];
}

/** One condition on one label or field of a node. */
export interface NodeSelectorRequirement {
  /** The label's key or the field. */
  readonly key: string;
  /** How it is compared; `Gt` and `Lt` compare whole numbers. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  /**
   * The values; one for `Gt` and `Lt`, none for `Exists` and `DoesNotExist`.
   *
   * @atomic
   */
  readonly values?: readonly string[];
}

/** Nodes that are better than others. */
export interface PreferredSchedulingTerm {
  /** How much better, 1 to 100. */
  readonly weight: Int32;
  /** The nodes; a term without conditions fits every node. */
  readonly preference: NodeSelectorTerm;
}

/** Places that a Pod must or would like to share with other Pods. */
export interface PodAffinity {
  /**
   * Terms that must all hold; else the Pod waits.
   *
   * @atomic
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
  /**
   * Terms that make a node better.
   *
   * @atomic
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[];
}

/** Places that a Pod must not or would rather not share with other Pods. */
export interface PodAntiAffinity {
  /**
   * Terms of which none may hold; else the Pod waits.
   *
   * @atomic
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
  /**
   * Terms that make a node worse.
   *
   * @atomic
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[];
}

/** A term and how much it counts. */
export interface WeightedPodAffinityTerm {
  /** How much it counts, 1 to 100. */
  readonly weight: Int32;
  /** The term. */
  readonly podAffinityTerm: PodAffinityTerm;
}

/** Some Pods, and how far around them counts as the same place. */
export interface PodAffinityTerm {
  /**
   * The Pods.
   *
   * @default no Pods
   */
  readonly labelSelector?: LabelSelector;
  /**
   * Labels in which the other Pods must equal this one, such as `pod-template-hash`; only with `labelSelector`.
   *
   * @since 1.29
   * @stage alpha 1.29, beta 1.31, stable 1.33
   * @gate MatchLabelKeysInPodAffinity
   * @atomic
   */
  readonly matchLabelKeys?: readonly string[];
  /**
   * Labels in which the other Pods must differ from this one, such as a tenant's; only with `labelSelector`.
   *
   * @since 1.29
   * @stage alpha 1.29, beta 1.31, stable 1.33
   * @gate MatchLabelKeysInPodAffinity
   * @atomic
   */
  readonly mismatchLabelKeys?: readonly string[];
  /**
   * The namespaces of the Pods, beside those of `namespaceSelector`.
   *
   * @default the Pod's own, unless there is a `namespaceSelector`
   * @atomic
   */
  readonly namespaces?: readonly string[];
  /**
   * The namespaces of the Pods by their labels; an empty selector means all.
   *
   * @default the Pod's own, unless there are `namespaces`
   */
  readonly namespaceSelector?: LabelSelector;
  /**
   * The node label whose equal values make one place: `kubernetes.io/hostname` for a node,
   * `topology.kubernetes.io/zone` for a zone.
   */
  readonly topologyKey: string;
}

/**
 * A taint of nodes that the Pod puts up with.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface Toleration {
  /**
   * The taint's key.
   *
   * @default every key; `operator` must then be `Exists`
   */
  readonly key?: string;
  /**
   * How the taint's value is compared; `Lt` and `Gt` compare whole numbers and are alpha.
   *
   * @default `Equal`
   * @valueSince Lt 1.35
   * @valueSince Gt 1.35
   */
  readonly operator?: 'Equal' | 'Exists' | 'Lt' | 'Gt';
  /**
   * The taint's value; none with `Exists`.
   *
   * @default the empty text
   */
  readonly value?: string;
  /**
   * The taint's effect.
   *
   * @default every effect
   */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /**
   * Seconds the Pod stays after such a taint appeared; only with `NoExecute`, 0 and less mean at once.
   *
   * @default forever
   */
  readonly tolerationSeconds?: Int64;
}

/**
 * How evenly Pods are spread over zones, nodes or other places.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export interface TopologySpreadConstraint {
  /** The node label whose values are the places. */
  readonly topologyKey: string;
  /** How many more Pods one place may have than the emptiest, at least 1. */
  readonly maxSkew: Int32;
  /** Whether the Pod waits when no place fits, or goes where it harms least. */
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  /**
   * The Pods that are counted.
   *
   * @default no Pods, so that nothing is spread
   */
  readonly labelSelector?: LabelSelector;
  /**
   * Labels in which counted Pods must equal this one, such as `pod-template-hash`; only with `labelSelector`.
   *
   * @stage alpha 1.25, beta 1.27
   * @gate MatchLabelKeysInPodTopologySpread
   * @atomic
   */
  readonly matchLabelKeys?: readonly string[];
  /**
   * The number of places below which the emptiest counts as empty; only with `DoNotSchedule`.
   *
   * @default 1
   * @stage alpha 1.24, beta 1.25 off, beta 1.27, stable 1.30
   * @gate MinDomainsInPodTopologySpread
   */
  readonly minDomains?: Int32;
  /**
   * Whether nodes that the Pod's own affinity and selector rule out are left out of the count.
   *
   * @default `Honor`
   * @stage alpha 1.25, beta 1.26, stable 1.33
   * @gate NodeInclusionPolicyInPodTopologySpread
   */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore';
  /**
   * Whether nodes with taints the Pod does not tolerate are left out of the count.
   *
   * @default `Ignore`
   * @stage alpha 1.25, beta 1.26, stable 1.33
   * @gate NodeInclusionPolicyInPodTopologySpread
   */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore';
}

/** A reason for the scheduler to leave a Pod alone. */
export interface PodSchedulingGate {
  /** The gate's name; whoever set it removes it. */
  readonly name: string;
}

/** The group of Pods that a Pod is scheduled with. */
export interface PodSchedulingGroup {
  /** A PodGroup of the same namespace. */
  readonly podGroupName?: string;
}

/** The place of a Pod in a Workload, as 1.35 alone wrote it. */
export interface WorkloadReference {
  /** A Workload of the same namespace. */
  readonly name: string;
  /** The name of a group in that Workload. */
  readonly podGroup: string;
  /** Tells the replicas of a group apart, each of which is scheduled on its own. */
  readonly podGroupReplicaKey?: string;
}

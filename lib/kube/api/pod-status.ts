import type { ContainerStatus } from './container-status';
import type { ResourceRequirements } from './resources';
import type { Int64, Quantity, Time } from './scalars';

/**
 * What the cluster saw of a Pod.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
 */
export interface PodStatus {
  /**
   * The `metadata.generation` that the status speaks of.
   *
   * @since 1.33
   * @stage alpha 1.33, beta 1.34, stable 1.35
   * @gate PodObservedGenerationTracking
   */
  readonly observedGeneration?: Int64;
  /** Where the Pod stands in its life. */
  readonly phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  /**
   * What is so and what is not, such as `PodScheduled` and `Ready`.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly PodCondition[];
  /** Why the Pod is in this state, as a sentence. */
  readonly message?: string;
  /** Why the Pod is in this state, as one word, such as `Evicted`. */
  readonly reason?: string;
  /** The node on which room is being made for the Pod. */
  readonly nominatedNodeName?: string;
  /** The address of the node. */
  readonly hostIP?: string;
  /**
   * Every address of the node, at most one of each family.
   *
   * @since 1.28
   * @stage alpha 1.28, beta 1.29, stable 1.30
   * @gate PodHostIPs
   * @atomic
   */
  readonly hostIPs?: readonly HostIP[];
  /** The address of the Pod. */
  readonly podIP?: string;
  /**
   * Every address of the Pod, at most one of each family.
   *
   * @listMapKey ip
   */
  readonly podIPs?: readonly PodIP[];
  /** When the kubelet took the Pod on. */
  readonly startTime?: Time;
  /** Who is evicted first when a node runs out of resources. */
  readonly qosClass?: 'Guaranteed' | 'Burstable' | 'BestEffort';
  /**
   * One entry for each init container and sidecar.
   *
   * @atomic
   */
  readonly initContainerStatuses?: readonly ContainerStatus[];
  /**
   * One entry for each container.
   *
   * @atomic
   */
  readonly containerStatuses?: readonly ContainerStatus[];
  /**
   * One entry for each ephemeral container.
   *
   * @atomic
   */
  readonly ephemeralContainerStatuses?: readonly ContainerStatus[];
  /**
   * What the node set aside for the Pod as a whole.
   *
   * @since 1.35
   * @stage alpha 1.35, beta 1.36
   * @gate InPlacePodLevelResourcesVerticalScaling
   */
  readonly allocatedResources?: Readonly<Record<string, Quantity>>;
  /**
   * The requests and limits that are in force for the Pod as a whole.
   *
   * @since 1.35
   * @stage alpha 1.35, beta 1.36
   * @gate InPlacePodLevelResourcesVerticalScaling
   */
  readonly resources?: ResourceRequirements;
  /**
   * How far a change of resources has come.
   *
   * @deprecated the conditions `PodResizePending` and `PodResizeInProgress` replaced it in 1.33
   */
  readonly resize?: '' | 'Proposed' | 'InProgress' | 'Deferred' | 'Infeasible';
  /**
   * The ResourceClaims made for the Pod.
   *
   * @since 1.28
   * @listMapKey name
   */
  readonly resourceClaimStatuses?: readonly PodResourceClaimStatus[];
  /**
   * The ResourceClaim made for extended resources.
   *
   * @since 1.34
   * @stage alpha 1.34
   * @gate DRAExtendedResource
   */
  readonly extendedResourceClaimStatus?: PodExtendedResourceClaimStatus;
  /**
   * What the Pod's claims take of the node's own resources.
   *
   * @since 1.36
   * @stage alpha 1.36
   * @gate DRANodeAllocatableResources
   */
  readonly nodeAllocatableResourceClaimStatuses?: readonly NodeAllocatableResourceClaimStatus[];
}

/** Something that is so, is not so or is not known of a Pod. */
export interface PodCondition {
  /** What the condition speaks of. */
  readonly type: string;
  /** Whether it is so. */
  readonly status: 'True' | 'False' | 'Unknown';
  /**
   * The `metadata.generation` that the condition was judged on.
   *
   * @since 1.33
   * @stage alpha 1.33, beta 1.34, stable 1.35
   * @gate PodObservedGenerationTracking
   */
  readonly observedGeneration?: Int64;
  /** When it was last looked at. */
  readonly lastProbeTime?: Time;
  /** When the status last changed. */
  readonly lastTransitionTime?: Time;
  /** Why, as one word for programs. */
  readonly reason?: string;
  /** Why, as a sentence for people. */
  readonly message?: string;
}

/** An address of a node. */
export interface HostIP {
  /** The address. */
  readonly ip: string;
}

/** An address of a Pod. */
export interface PodIP {
  /** The address. */
  readonly ip: string;
}

/** The ResourceClaim behind an entry of the Pod's `resourceClaims`. */
export interface PodResourceClaimStatus {
  /** The name of the entry. */
  readonly name: string;
  /** The ResourceClaim made for it; none when it turned out not to be needed. */
  readonly resourceClaimName?: string;
}

/** The ResourceClaim that stands for a Pod's extended resources. */
export interface PodExtendedResourceClaimStatus {
  /** The ResourceClaim. */
  readonly resourceClaimName: string;
  /**
   * Which request of the claim serves which container.
   *
   * @atomic
   */
  readonly requestMappings: readonly ContainerExtendedResourceRequest[];
}

/** A container's extended resource and the request that serves it. */
export interface ContainerExtendedResourceRequest {
  /** The container. */
  readonly containerName: string;
  /** The extended resource. */
  readonly resourceName: string;
  /** The request in the claim. */
  readonly requestName: string;
}

/** What one claim takes of a node's own resources. */
export interface NodeAllocatableResourceClaimStatus {
  /** The ResourceClaim. */
  readonly resourceClaimName: string;
  /** The containers that use the claim. */
  readonly containers?: readonly string[];
  /** The resources and how much of each. */
  readonly resources: Readonly<Record<string, Quantity>>;
}

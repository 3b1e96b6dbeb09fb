import type { Quantity } from './scalars';

/**
 * What is promised (`requests`) and what may not be exceeded (`limits`), of a container or of a whole Pod.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export interface ResourceRequirements {
  /**
   * What the scheduler sets aside: `cpu` in cores, `memory` and `ephemeral-storage` in bytes, extended resources in
   * pieces.
   *
   * @default the limit of the same resource, else nothing
   */
  readonly requests?: Readonly<Record<string, Quantity>>;
  /**
   * What the node enforces: more `cpu` is throttled, more `memory` is killed, more `ephemeral-storage` evicts the Pod.
   *
   * @default no limit
   */
  readonly limits?: Readonly<Record<string, Quantity>>;
  /**
   * Devices from the Pod's `resourceClaims` that this container uses.
   *
   * @listMapKey name
   * @stage alpha 1.26, beta 1.32 off, stable 1.34
   * @gate DynamicResourceAllocation
   */
  readonly claims?: readonly ResourceClaim[];
}

/** A container's use of one of the Pod's resource claims. */
export interface ResourceClaim {
  /** The name of the claim in the Pod's `resourceClaims`. */
  readonly name: string;
  /**
   * The request in the claim whose devices are used.
   *
   * @default every device of the claim
   * @since 1.31
   */
  readonly request?: string;
}

/**
 * Devices that are allocated for a Pod before it starts; exactly one of claim and template is named.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
 */
export interface PodResourceClaim {
  /** The name by which containers refer to the claim, one of its kind in the Pod. */
  readonly name: string;
  /**
   * A ResourceClaim of the same namespace, possibly shared with other Pods.
   *
   * @since 1.31
   */
  readonly resourceClaimName?: string;
  /**
   * A ResourceClaimTemplate from which each Pod gets a claim of its own.
   *
   * @since 1.31
   */
  readonly resourceClaimTemplateName?: string;
  /**
   * Where the claim is described, in the older shape.
   *
   * @until 1.30
   * @deprecated its two fields moved up one level in 1.31
   */
  readonly source?: ClaimSource;
}

/** The description of a Pod's resource claim up to 1.30. */
export interface ClaimSource {
  /** A ResourceClaim of the same namespace, possibly shared with other Pods. */
  readonly resourceClaimName?: string;
  /** A ResourceClaimTemplate from which each Pod gets a claim of its own. */
  readonly resourceClaimTemplateName?: string;
}

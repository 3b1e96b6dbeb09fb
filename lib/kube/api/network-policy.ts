import type { Protocol } from './container';
import type { LabelSelector, ObjectMeta } from './meta';
import type { Int32, IntOrString } from './scalars';

/**
 * Who may talk to Pods, and to whom they may talk; without one that selects them, everybody may.
 *
 * @apiVersion networking.k8s.io/v1
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export interface NetworkPolicy {
  /** Always `networking.k8s.io/v1`. */
  readonly apiVersion?: string;
  /** Always `NetworkPolicy`. */
  readonly kind?: string;
  /** The policy's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** For which Pods it holds, and what it allows. */
  readonly spec?: NetworkPolicySpec;
}

/** For which Pods a policy holds, and what it allows. */
export interface NetworkPolicySpec {
  /**
   * The Pods it holds for; an empty one means all of the namespace.
   *
   * @default all Pods of the namespace
   */
  readonly podSelector?: LabelSelector;
  /**
   * The directions in which everything is denied that no rule allows.
   *
   * @default `Ingress`, and `Egress` where there is a rule for it
   * @atomic
   */
  readonly policyTypes?: readonly ('Egress' | 'Ingress')[];
  /**
   * Who may talk to the Pods.
   *
   * @atomic
   */
  readonly ingress?: readonly NetworkPolicyIngressRule[];
  /**
   * To whom the Pods may talk.
   *
   * @atomic
   */
  readonly egress?: readonly NetworkPolicyEgressRule[];
}

/** Some peers that may talk to the Pods, on some ports. */
export interface NetworkPolicyIngressRule {
  /**
   * Who may.
   *
   * @default everybody
   * @atomic
   */
  readonly from?: readonly NetworkPolicyPeer[];
  /**
   * On which ports.
   *
   * @default on all
   * @atomic
   */
  readonly ports?: readonly NetworkPolicyPort[];
}

/** Some peers to which the Pods may talk, on some ports. */
export interface NetworkPolicyEgressRule {
  /**
   * To whom.
   *
   * @default to everybody
   * @atomic
   */
  readonly to?: readonly NetworkPolicyPeer[];
  /**
   * On which ports.
   *
   * @default on all
   * @atomic
   */
  readonly ports?: readonly NetworkPolicyPort[];
}

/** Pods by their labels and those of their namespace, or a block of addresses. */
export interface NetworkPolicyPeer {
  /**
   * The namespaces of the Pods, by their labels.
   *
   * @default the policy's own
   */
  readonly namespaceSelector?: LabelSelector;
  /**
   * The Pods, by their labels.
   *
   * @default all of those namespaces
   */
  readonly podSelector?: LabelSelector;
  /** Addresses outside the cluster; alone. */
  readonly ipBlock?: IPBlock;
}

/** A block of addresses. */
export interface IPBlock {
  /** The block: `192.0.2.0/24`. */
  readonly cidr: string;
  /**
   * Blocks inside it that are left out.
   *
   * @atomic
   */
  readonly except?: readonly string[];
}

/** A port, or a range of them. */
export interface NetworkPolicyPort {
  /** The number, or the name that the Pods' containers give it. */
  readonly port?: IntOrString;
  /** The last number of a range that begins with `port`. */
  readonly endPort?: Int32;
  /**
   * The protocol.
   *
   * @default `TCP`
   */
  readonly protocol?: Protocol;
}

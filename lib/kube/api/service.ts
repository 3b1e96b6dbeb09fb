import type { Protocol } from './container';
import type { Condition, ObjectMeta } from './meta';
import type { Int32, IntOrString } from './scalars';

/**
 * A lasting name and address for Pods that are chosen by their labels.
 *
 * @apiVersion v1
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export interface Service {
  /** Always `v1`. */
  readonly apiVersion?: string;
  /** Always `Service`. */
  readonly kind?: string;
  /** The Service's name, which is its name in DNS, its labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** Which Pods it leads to, and how. */
  readonly spec?: ServiceSpec;
  /** What was set up. Set by the cluster. */
  readonly status?: ServiceStatus;
}

/** Which Pods a Service leads to, on which ports, and from where it can be reached. */
export interface ServiceSpec {
  /**
   * From where it can be reached: inside the cluster, through every node, through a load balancer, or as a mere alias
   * in DNS.
   *
   * @default `ClusterIP`
   */
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  /**
   * Labels that the Pods must have, all of them.
   *
   * @default no Pods: somebody else writes the endpoints
   * @atomic
   */
  readonly selector?: Readonly<Record<string, string>>;
  /**
   * The ports; several need names.
   *
   * @listMapKey port, protocol
   */
  readonly ports?: readonly ServicePort[];
  /**
   * The address inside the cluster; `None` for a headless Service.
   *
   * @default one that the server picks
   */
  readonly clusterIP?: string;
  /**
   * The addresses inside the cluster, one of each family; the first equals `clusterIP`.
   *
   * @atomic
   */
  readonly clusterIPs?: readonly string[];
  /**
   * Whether one or two families of addresses are used.
   *
   * @default `SingleStack`
   */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
  /**
   * The families of addresses, the first one first.
   *
   * @default the cluster's
   * @atomic
   */
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  /**
   * Whether one client always meets the same Pod.
   *
   * @default `None`
   */
  readonly sessionAffinity?: 'None' | 'ClientIP';
  /** How long that lasts; only with `ClientIP`. */
  readonly sessionAffinityConfig?: SessionAffinityConfig;
  /**
   * Whether traffic from inside may leave its node.
   *
   * @default `Cluster`
   */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /**
   * Whether traffic from outside may go on to another node; `Local` keeps the client's address.
   *
   * @default `Cluster`
   */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /**
   * Whether near Pods are preferred; `PreferClose` is the older name of `PreferSameZone`.
   *
   * @default no preference
   * @since 1.30
   * @stage alpha 1.30, beta 1.31, stable 1.33
   * @gate ServiceTrafficDistribution
   * @valueSince PreferSameZone 1.33
   * @valueSince PreferSameNode 1.33
   */
  readonly trafficDistribution?: 'PreferClose' | 'PreferSameZone' | 'PreferSameNode';
  /**
   * Whether Pods that are not ready are found too.
   *
   * @default false
   */
  readonly publishNotReadyAddresses?: boolean;
  /** The DNS name behind the alias; only with `ExternalName`. */
  readonly externalName?: string;
  /**
   * Addresses of nodes that somebody else routes there.
   *
   * @atomic
   */
  readonly externalIPs?: readonly string[];
  /**
   * The implementation of the load balancer; never changes.
   *
   * @default the cloud provider's
   */
  readonly loadBalancerClass?: string;
  /**
   * From where the load balancer may be reached, as CIDR ranges.
   *
   * @default from everywhere
   * @atomic
   */
  readonly loadBalancerSourceRanges?: readonly string[];
  /**
   * The load balancer's wanted address.
   *
   * @deprecated each implementation has an annotation of its own
   */
  readonly loadBalancerIP?: string;
  /**
   * Whether a load balancer's ports are opened on the nodes too.
   *
   * @default true
   */
  readonly allocateLoadBalancerNodePorts?: boolean;
  /**
   * The port of the nodes where the load balancer asks for Pods; only with `externalTrafficPolicy: Local`.
   *
   * @default one that the server picks
   */
  readonly healthCheckNodePort?: Int32;
}

/** One port of a Service. */
export interface ServicePort {
  /** The port's name, a DNS label; needed when there are several. */
  readonly name?: string;
  /** The port on which the Service is reached. */
  readonly port: Int32;
  /**
   * The port of the Pods, by number or by the name of a container port.
   *
   * @default the same number as `port`
   */
  readonly targetPort?: IntOrString;
  /**
   * The protocol spoken on the port.
   *
   * @default `TCP`
   */
  readonly protocol?: Protocol;
  /** The application protocol, as a hint: an IANA service name, `kubernetes.io/h2c` or a name with a domain. */
  readonly appProtocol?: string;
  /**
   * The port of every node; only for `NodePort` and `LoadBalancer`.
   *
   * @default one that the server picks from 30000 to 32767
   */
  readonly nodePort?: Int32;
}

/** How long a client always meets the same Pod. */
export interface SessionAffinityConfig {
  /** The settings for `ClientIP`. */
  readonly clientIP?: ClientIPConfig;
}

/** How long a client is known by its address. */
export interface ClientIPConfig {
  /**
   * Seconds, 1 to 86400.
   *
   * @default 10800
   */
  readonly timeoutSeconds?: Int32;
}

/** What was set up for a Service. */
export interface ServiceStatus {
  /** The load balancer. */
  readonly loadBalancer?: LoadBalancerStatus;
  /**
   * What is so and what is not.
   *
   * @listMapKey type
   */
  readonly conditions?: readonly Condition[];
}

/** A load balancer that was set up. */
export interface LoadBalancerStatus {
  /**
   * Where traffic comes in.
   *
   * @atomic
   */
  readonly ingress?: readonly LoadBalancerIngress[];
}

/** One place where a load balancer takes traffic. */
export interface LoadBalancerIngress {
  /** Its address. */
  readonly ip?: string;
  /** Its name in DNS. */
  readonly hostname?: string;
  /**
   * Whether packets arrive with the load balancer's address or the node's.
   *
   * @default `VIP`
   * @since 1.29
   * @stage alpha 1.29, beta 1.30, stable 1.32
   * @gate LoadBalancerIPMode
   */
  readonly ipMode?: 'VIP' | 'Proxy';
  /**
   * The state of its ports.
   *
   * @atomic
   */
  readonly ports?: readonly PortStatus[];
}

/** The state of one port of a load balancer. */
export interface PortStatus {
  /** The port. */
  readonly port: Int32;
  /** Its protocol. */
  readonly protocol: Protocol;
  /** What is wrong with it, as one word. */
  readonly error?: string;
}

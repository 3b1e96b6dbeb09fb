import type { Container, EphemeralContainer } from './container';
import type { LocalObjectReference, ObjectMeta } from './meta';
import type { HostAlias, PodDNSConfig } from './pod-network';
import type { PodStatus } from './pod-status';
import type { PodResourceClaim, ResourceRequirements } from './resources';
import type { Int32, Int64, Quantity } from './scalars';
import type {
  Affinity,
  PodSchedulingGate,
  PodSchedulingGroup,
  Toleration,
  TopologySpreadConstraint,
  WorkloadReference,
} from './scheduling';
import type { PodSecurityContext } from './security';
import type { Volume } from './volume';

/**
 * The smallest thing that Kubernetes runs: containers that share a node, an address and volumes. Nobody replaces a bare
 * one.
 *
 * @apiVersion v1
 * @see https://kubernetes.io/docs/concepts/workloads/pods/
 */
export interface Pod {
  /** Always `v1`. */
  readonly apiVersion?: string;
  /** Always `Pod`. */
  readonly kind?: string;
  /** The Pod's name, labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** What shall run. */
  readonly spec?: PodSpec;
  /** What was seen running. Set by the cluster. */
  readonly status?: PodStatus;
}

/**
 * What shall run in a Pod, where, and under which restrictions.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
 */
export interface PodSpec {
  /**
   * Whether containers are started again after they ended. Jobs take `OnFailure` and `Never`, all other owners
   * `Always`.
   *
   * @default `Always`
   */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /**
   * Seconds from the request to stop until the processes are killed, the `preStop` hooks included; 0 kills at once.
   *
   * @default 30
   */
  readonly terminationGracePeriodSeconds?: Int64;
  /**
   * Seconds after its start at which the Pod is stopped and counts as failed, at least 1.
   *
   * @default no end
   */
  readonly activeDeadlineSeconds?: Int64;
  /**
   * The ServiceAccount whose identity the Pod has.
   *
   * @default `default`
   */
  readonly serviceAccountName?: string;
  /**
   * The old name of `serviceAccountName`.
   *
   * @deprecated use `serviceAccountName`
   */
  readonly serviceAccount?: string;
  /**
   * Whether a token of the ServiceAccount is mounted into every container.
   *
   * @default the ServiceAccount's own setting, else true
   */
  readonly automountServiceAccountToken?: boolean;
  /**
   * Secrets with the credentials of private registries.
   *
   * @default those of the ServiceAccount
   * @listMapKey name
   */
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  /**
   * Whether every Service of the namespace appears as environment variables.
   *
   * @default true
   */
  readonly enableServiceLinks?: boolean;
  /**
   * The host name inside the Pod.
   *
   * @default the Pod's name
   */
  readonly hostname?: string;
  /**
   * The headless Service under whose name the Pod's host name is found in DNS.
   *
   * @default no name in DNS
   */
  readonly subdomain?: string;
  /**
   * Whether the host name inside the Pod is its fully qualified one.
   *
   * @default false
   */
  readonly setHostnameAsFQDN?: boolean;
  /**
   * The host name inside the Pod whatever its DNS name is, at most 64 characters; not with `setHostnameAsFQDN` or
   * `hostNetwork`.
   *
   * @since 1.34
   * @stage alpha 1.34, beta 1.35
   * @gate HostnameOverride
   */
  readonly hostnameOverride?: string;
  /**
   * Lines added to the `/etc/hosts` of the containers.
   *
   * @listMapKey ip
   */
  readonly hostAliases?: readonly HostAlias[];
  /**
   * Where names are resolved: in the cluster first, as the node does it (`Default`), or by `dnsConfig` alone. With
   * `hostNetwork`, `ClusterFirst` acts as `Default`.
   *
   * @default `ClusterFirst`
   */
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  /** Name servers, search domains and options, added to those of `dnsPolicy`. */
  readonly dnsConfig?: PodDNSConfig;
  /**
   * The operating system of the containers; some fields are forbidden for the other one.
   *
   * @default not stated
   */
  readonly os?: PodOS;
  /**
   * The RuntimeClass that picks the container runtime.
   *
   * @default the node's default runtime
   */
  readonly runtimeClassName?: string;
  /**
   * The scheduler that finds a node.
   *
   * @default `default-scheduler`
   */
  readonly schedulerName?: string;
  /**
   * The PriorityClass that says who goes first and who is evicted.
   *
   * @default the cluster's default class, else priority 0
   */
  readonly priorityClassName?: string;
  /** The number behind the PriorityClass. Set by the server; another number than the class's is refused. */
  readonly priority?: Int32;
  /**
   * Whether the Pod may push out Pods of lower priority.
   *
   * @default the PriorityClass's, else `PreemptLowerPriority`
   */
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never';
  /** The node itself, past the scheduler; set by the scheduler otherwise. */
  readonly nodeName?: string;
  /**
   * Labels that the node must have, all of them.
   *
   * @atomic
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Which nodes the Pod wants or shuns. */
  readonly affinity?: Affinity;
  /**
   * Taints of nodes that the Pod puts up with.
   *
   * @atomic
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * How the Pods of one kind are spread over zones and nodes.
   *
   * @default the scheduler's, a soft spread over nodes and zones
   * @listMapKey topologyKey, whenUnsatisfiable
   */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  /**
   * Reasons to wait: the scheduler leaves the Pod alone while one is left.
   *
   * @stage alpha 1.26, beta 1.27, stable 1.30
   * @gate PodSchedulingReadiness
   * @listMapKey name
   */
  readonly schedulingGates?: readonly PodSchedulingGate[];
  /**
   * The group of Pods that is scheduled together.
   *
   * @since 1.36
   * @stage alpha 1.36
   * @gate GenericWorkload
   */
  readonly schedulingGroup?: PodSchedulingGroup;
  /**
   * The Workload the Pod belongs to, in the shape of 1.35.
   *
   * @since 1.35
   * @until 1.35
   * @stage alpha 1.35
   * @gate GenericWorkload
   * @deprecated `schedulingGroup` replaced it in 1.36
   */
  readonly workloadRef?: WorkloadReference;
  /**
   * Conditions beside the containers' readiness that somebody else must set before the Pod is ready.
   *
   * @atomic
   */
  readonly readinessGates?: readonly PodReadinessGate[];
  /**
   * Devices that are allocated before the Pod starts.
   *
   * @stage alpha 1.26, beta 1.32 off, stable 1.34
   * @gate DynamicResourceAllocation
   * @listMapKey name
   */
  readonly resourceClaims?: readonly PodResourceClaim[];
  /**
   * Requests and limits of the Pod as a whole, for `cpu`, `memory` and huge pages.
   *
   * @default the sum of the containers'
   * @since 1.32
   * @stage alpha 1.32, beta 1.34
   * @gate PodLevelResources
   */
  readonly resources?: ResourceRequirements;
  /** What the container runtime itself costs. Set by the server from the RuntimeClass. */
  readonly overhead?: Readonly<Record<string, Quantity>>;
  /**
   * Whether the Pod uses the node's network; every container port is then a port of the node.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;
  /**
   * Whether the Pod sees the node's processes.
   *
   * @default false
   */
  readonly hostPID?: boolean;
  /**
   * Whether the Pod shares the node's inter-process communication.
   *
   * @default false
   */
  readonly hostIPC?: boolean;
  /**
   * Whether user IDs inside are the node's own; false maps them into a user namespace, so that root inside is nobody
   * outside. Not with host namespaces.
   *
   * @default true
   * @stage alpha 1.25, beta 1.30 off, beta 1.33, stable 1.36
   * @gate UserNamespacesSupport
   */
  readonly hostUsers?: boolean;
  /**
   * Whether the containers see each other's processes; not with `hostPID`.
   *
   * @default false
   */
  readonly shareProcessNamespace?: boolean;
  /** Users, groups and isolation for all containers and volumes. */
  readonly securityContext?: PodSecurityContext;
  /**
   * Containers that run one after the other before the others start; with `restartPolicy: Always` they are sidecars and
   * stay.
   *
   * @listMapKey name
   */
  readonly initContainers?: readonly Container[];
  /**
   * The containers that are the Pod's purpose, started together, at least one.
   *
   * @listMapKey name
   */
  readonly containers: readonly Container[];
  /**
   * Containers added to the running Pod to debug it; only through the `ephemeralcontainers` subresource.
   *
   * @listMapKey name
   */
  readonly ephemeralContainers?: readonly EphemeralContainer[];
  /**
   * Storage and files that the containers may mount.
   *
   * @listMapKey name
   */
  readonly volumes?: readonly Volume[];
}

/** An operating system. */
export interface PodOS {
  /** The operating system. */
  readonly name: 'linux' | 'windows';
}

/** A condition that somebody outside the kubelet sets on the Pod. */
export interface PodReadinessGate {
  /** The type of the condition in the Pod's status. */
  readonly conditionType: string;
}

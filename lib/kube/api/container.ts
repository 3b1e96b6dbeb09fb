import type { EnvFromSource, EnvVar } from './env';
import type { Lifecycle, Probe } from './probe';
import type { ResourceRequirements } from './resources';
import type { Int32 } from './scalars';
import type { SecurityContext } from './security';

/**
 * One process of a Pod: its image, what it runs, what it needs and how its health is told.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container
 */
export interface Container {
  /** The container's name, a DNS label that no other container of the Pod has, init containers included. */
  readonly name: string;
  /**
   * The image to run, best pinned by tag or digest. A template whose image a controller fills in later may leave it
   * out.
   */
  readonly image?: string;
  /**
   * When the node asks the registry for the image.
   *
   * @default `Always` for the tag `:latest` or none, `IfNotPresent` for any other tag and for a digest
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /**
   * Whether this container is started again after it ended, whatever the Pod's own policy says. `Always` on an init
   * container makes it a sidecar: it starts in its place in the order, the next one waits only for its startup probe,
   * and it is stopped after the regular containers. Regular containers may set it from 1.34 on.
   *
   * @default the Pod's `restartPolicy`; an init container of a Pod with `Always` is started again only on failure
   * @since 1.28
   * @stage alpha 1.28, beta 1.29, stable 1.33
   * @gate SidecarContainers
   * @valueSince OnFailure 1.34
   * @valueSince Never 1.34
   * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
   */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /**
   * Exceptions from `restartPolicy` by exit code, of which the first that fits decides. `restartPolicy` must be set
   * too.
   *
   * @since 1.34
   * @stage alpha 1.34, beta 1.35
   * @gate ContainerRestartRules
   * @atomic
   */
  readonly restartPolicyRules?: readonly ContainerRestartRule[];
  /**
   * The program and its first arguments, in place of the image's ENTRYPOINT; no shell is involved. `$(NAME)` stands for
   * an environment variable and `$$(NAME)` for the text itself.
   *
   * @default the image's ENTRYPOINT
   * @atomic
   */
  readonly command?: readonly string[];
  /**
   * Arguments of the program, in place of the image's CMD; `$(NAME)` is replaced as in `command`.
   *
   * @default the image's CMD; nothing when `command` is set
   * @atomic
   */
  readonly args?: readonly string[];
  /**
   * The directory the program starts in.
   *
   * @default the image's working directory
   */
  readonly workingDir?: string;
  /**
   * The ports the program listens on, by name for probes and Services. Leaving one out closes nothing.
   *
   * @listMapKey containerPort, protocol
   */
  readonly ports?: readonly ContainerPort[];
  /**
   * Environment variables, later ones able to use earlier ones as `$(NAME)`. They win over `envFrom`.
   *
   * @listMapKey name
   */
  readonly env?: readonly EnvVar[];
  /**
   * Whole ConfigMaps and Secrets as environment variables; of two with the same key the later wins.
   *
   * @atomic
   */
  readonly envFrom?: readonly EnvFromSource[];
  /** What the container is promised and what it may not exceed. */
  readonly resources?: ResourceRequirements;
  /**
   * Whether a change of a resource in the running Pod restarts the container.
   *
   * @default no restart for any resource
   * @stage alpha 1.27, beta 1.33, stable 1.35
   * @gate InPlacePodVerticalScaling
   * @atomic
   */
  readonly resizePolicy?: readonly ContainerResizePolicy[];
  /**
   * Tells when the program has started; until it succeeds the other probes wait, and when it gives up the container is
   * killed.
   *
   * @default the container counts as started as soon as it runs
   */
  readonly startupProbe?: Probe;
  /**
   * Tells whether the container takes traffic; while it fails, Services leave the Pod out.
   *
   * @default ready as soon as it is started
   */
  readonly readinessProbe?: Probe;
  /**
   * Tells whether the container still works; when it fails, the container is killed and restarted.
   *
   * @default alive while its process runs
   */
  readonly livenessProbe?: Probe;
  /** What happens right after the start and right before the stop. */
  readonly lifecycle?: Lifecycle;
  /**
   * The file in which the program may leave its last words for the container's status, at most 4096 bytes.
   *
   * @default `/dev/termination-log`
   */
  readonly terminationMessagePath?: string;
  /**
   * Where the last words come from: the file alone, or after a failure with an empty file the end of the log, at most
   * 2048 bytes or 80 lines.
   *
   * @default `File`
   */
  readonly terminationMessagePolicy?: 'File' | 'FallbackToLogsOnError';
  /** The user, the privileges and the isolation of the container; it wins over the Pod's. */
  readonly securityContext?: SecurityContext;
  /**
   * Where the Pod's volumes appear in the container's file system.
   *
   * @listMapKey mountPath
   */
  readonly volumeMounts?: readonly VolumeMount[];
  /**
   * Where block volumes appear as devices in the container.
   *
   * @listMapKey devicePath
   */
  readonly volumeDevices?: readonly VolumeDevice[];
  /**
   * Whether the container keeps a standard input that one may attach to; without it every read ends at once.
   *
   * @default false
   */
  readonly stdin?: boolean;
  /**
   * Whether the standard input closes for good after the first attached client leaves.
   *
   * @default false
   */
  readonly stdinOnce?: boolean;
  /**
   * Whether the container gets a terminal; `stdin` must be true too.
   *
   * @default false
   */
  readonly tty?: boolean;
}

/**
 * A container added to a running Pod to debug it; it has no ports, probes, lifecycle or resources and is never
 * restarted.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/
 */
export interface EphemeralContainer extends Container {
  /**
   * The container whose processes it sees, where the runtime can do that.
   *
   * @default the namespaces that the Pod's spec gives
   */
  readonly targetContainerName?: string;
}

/** A port that a container listens on. */
export interface ContainerPort {
  /**
   * The port's name, which probes and Services use; at most 15 lower-case letters, digits and dashes, one of its kind
   * in the Pod.
   */
  readonly name?: string;
  /** The number of the port inside the Pod, 1 to 65535. */
  readonly containerPort: Int32;
  /**
   * The protocol spoken on the port.
   *
   * @default `TCP`
   */
  readonly protocol?: Protocol;
  /**
   * A port of the node that leads here, 1 to 65535; only one Pod a node can have it. With `hostNetwork` it must equal
   * `containerPort`.
   *
   * @default none
   */
  readonly hostPort?: Int32;
  /**
   * The address of the node that `hostPort` is bound to.
   *
   * @default every address of the node
   */
  readonly hostIP?: string;
}

/** A protocol of the transport layer. */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** A volume's place in the file system of a container. */
export interface VolumeMount {
  /** The name of the volume in the Pod's `volumes`. */
  readonly name: string;
  /** The directory or file at which the volume appears; it may not hold a colon, and one path is used once. */
  readonly mountPath: string;
  /**
   * Whether the container may only read the volume.
   *
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Whether mounts below a read-only mount are read-only too; anything but `Disabled` needs `readOnly` and no mount
   * propagation.
   *
   * @default `Disabled`
   * @since 1.30
   * @stage alpha 1.30, beta 1.31, stable 1.33
   * @gate RecursiveReadOnlyMounts
   */
  readonly recursiveReadOnly?: 'Disabled' | 'IfPossible' | 'Enabled';
  /**
   * A path inside the volume that is mounted in place of its root. Files mounted this way do not see later changes of a
   * ConfigMap or Secret.
   *
   * @default the root of the volume
   */
  readonly subPath?: string;
  /**
   * A `subPath` in which `$(NAME)` stands for an environment variable of the container; not together with `subPath`.
   *
   * @default the root of the volume
   */
  readonly subPathExpr?: string;
  /**
   * Whether mounts made later are seen on the other side; `Bidirectional` needs a privileged container.
   *
   * @default `None`
   */
  readonly mountPropagation?: 'None' | 'HostToContainer' | 'Bidirectional';
}

/** A block volume's place among the devices of a container. */
export interface VolumeDevice {
  /** The name of the volume in the Pod's `volumes`; it must be a claim of mode `Block`. */
  readonly name: string;
  /** The path of the device in the container. */
  readonly devicePath: string;
}

/** What to do when a container exits in a certain way. */
export interface ContainerRestartRule {
  /**
   * What is done: restart the container, or the whole Pod in place with its init containers.
   *
   * @valueSince RestartAllContainers 1.35
   */
  readonly action: 'Restart' | 'RestartAllContainers';
  /** The exit codes the rule speaks of. */
  readonly exitCodes?: ContainerRestartRuleOnExitCodes;
}

/** A set of exit codes, or everything outside of it. */
export interface ContainerRestartRuleOnExitCodes {
  /** Whether the exit code must be in the set or outside of it. */
  readonly operator: 'In' | 'NotIn';
  /** The exit codes, at most 255 of them. */
  readonly values?: readonly Int32[];
}

/** Whether a change of one resource needs a restart. */
export interface ContainerResizePolicy {
  /** The resource. */
  readonly resourceName: 'cpu' | 'memory';
  /** Whether the container is restarted for the change to take effect. */
  readonly restartPolicy: 'NotRequired' | 'RestartContainer';
}

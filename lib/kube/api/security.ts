import type { Int64 } from './scalars';

/**
 * The user, the privileges and the isolation of one container; each field wins over the Pod's.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export interface SecurityContext {
  /**
   * Whether the container has every privilege of root on the node.
   *
   * @default false
   */
  readonly privileged?: boolean;
  /**
   * Whether a process may gain more privileges than its parent, through setuid programs for one. Always true for
   * privileged containers and with `CAP_SYS_ADMIN`.
   *
   * @default true
   */
  readonly allowPrivilegeEscalation?: boolean;
  /**
   * Whether the kubelet refuses to start the container as user 0; an image whose user is only a name is refused too.
   *
   * @default the Pod's, else false
   */
  readonly runAsNonRoot?: boolean;
  /**
   * The user ID of the program.
   *
   * @default the Pod's, else the image's
   */
  readonly runAsUser?: Int64;
  /**
   * The primary group ID of the program.
   *
   * @default the Pod's, else the runtime's choice
   */
  readonly runAsGroup?: Int64;
  /**
   * Whether everything outside of mounted volumes is read-only.
   *
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;
  /**
   * Linux capabilities that are added to or taken from the runtime's set.
   *
   * @default the runtime's set
   */
  readonly capabilities?: Capabilities;
  /**
   * The filter on system calls.
   *
   * @default the Pod's, else the node's, which is unconfined unless configured
   */
  readonly seccompProfile?: SeccompProfile;
  /**
   * The AppArmor profile.
   *
   * @default the Pod's, else the runtime's
   * @since 1.30
   * @stage beta 1.30, stable 1.31
   * @gate AppArmorFields
   */
  readonly appArmorProfile?: AppArmorProfile;
  /**
   * The SELinux label.
   *
   * @default the Pod's, else one the runtime picks
   */
  readonly seLinuxOptions?: SELinuxOptions;
  /**
   * Whether the sensitive parts of `/proc` are hidden; `Unmasked` needs `hostUsers: false`.
   *
   * @default `Default`
   * @stage alpha 1.12, beta 1.31 off, beta 1.33, stable 1.36
   * @gate ProcMountType
   */
  readonly procMount?: 'Default' | 'Unmasked';
  /** Settings that only Windows containers have. */
  readonly windowsOptions?: WindowsSecurityContextOptions;
}

/** Changes to the Linux capabilities that the runtime grants. */
export interface Capabilities {
  /**
   * Capabilities taken away, without the prefix `CAP_`; `ALL` takes every one.
   *
   * @atomic
   */
  readonly drop?: readonly string[];
  /**
   * Capabilities added, without the prefix `CAP_`.
   *
   * @atomic
   */
  readonly add?: readonly string[];
}

/** A filter on system calls. */
export interface SeccompProfile {
  /** Which filter: the runtime's, one from a file on the node, or none. */
  readonly type: 'RuntimeDefault' | 'Localhost' | 'Unconfined';
  /** The file below the node's seccomp directory; only with `Localhost`. */
  readonly localhostProfile?: string;
}

/** A profile of the AppArmor security module. */
export interface AppArmorProfile {
  /** Which profile: the runtime's, one loaded on the node, or none. */
  readonly type: 'RuntimeDefault' | 'Localhost' | 'Unconfined';
  /** The name of the profile loaded on the node; only with `Localhost`. */
  readonly localhostProfile?: string;
}

/** The parts of an SELinux label. */
export interface SELinuxOptions {
  /** The user part. */
  readonly user?: string;
  /** The role part. */
  readonly role?: string;
  /** The type part. */
  readonly type?: string;
  /** The level part, such as `s0:c123,c456`. */
  readonly level?: string;
}

/** The identity and isolation of Windows containers. */
export interface WindowsSecurityContextOptions {
  /**
   * The user of the program, at most 104 characters, as `DOMAIN\USER` or `USER`.
   *
   * @default the image's user
   */
  readonly runAsUserName?: string;
  /**
   * Whether the container runs on the node itself; all containers of the Pod agree on it and `hostNetwork` is true.
   *
   * @default false
   */
  readonly hostProcess?: boolean;
  /** The name of the group-managed service account's credential spec. */
  readonly gmsaCredentialSpecName?: string;
  /** The credential spec itself, filled in by the admission webhook for such accounts. */
  readonly gmsaCredentialSpec?: string;
}

/**
 * Security settings for all containers of a Pod and for its volumes.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export interface PodSecurityContext {
  /**
   * Whether the kubelet refuses to start containers as user 0.
   *
   * @default false
   */
  readonly runAsNonRoot?: boolean;
  /**
   * The user ID of the programs.
   *
   * @default the images' own
   */
  readonly runAsUser?: Int64;
  /**
   * The primary group ID of the programs.
   *
   * @default the runtime's choice
   */
  readonly runAsGroup?: Int64;
  /**
   * A group that owns the Pod's volumes, where they support it, and that every process belongs to.
   *
   * @default volumes keep their owner
   */
  readonly fsGroup?: Int64;
  /**
   * Whether the owner of every file is set at each start or only when the root of the volume differs.
   *
   * @default `Always`
   */
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';
  /**
   * Further groups of the processes.
   *
   * @atomic
   */
  readonly supplementalGroups?: readonly Int64[];
  /**
   * Whether groups that the image gives to its user are added.
   *
   * @default `Merge`
   * @since 1.31
   * @stage alpha 1.31, beta 1.33, stable 1.35
   * @gate SupplementalGroupsPolicy
   */
  readonly supplementalGroupsPolicy?: 'Merge' | 'Strict';
  /**
   * The filter on system calls.
   *
   * @default the node's, which is unconfined unless configured
   */
  readonly seccompProfile?: SeccompProfile;
  /**
   * The AppArmor profile.
   *
   * @default the runtime's
   * @since 1.30
   * @stage beta 1.30, stable 1.31
   * @gate AppArmorFields
   */
  readonly appArmorProfile?: AppArmorProfile;
  /**
   * The SELinux label.
   *
   * @default one the runtime picks for each container
   */
  readonly seLinuxOptions?: SELinuxOptions;
  /**
   * How volumes get the label: file by file, or at once through a mount option.
   *
   * @default `MountOption` for ReadWriteOncePod volumes, `Recursive` for the others
   * @since 1.32
   * @stage alpha 1.32, beta 1.33
   * @gate SELinuxChangePolicy
   */
  readonly seLinuxChangePolicy?: 'Recursive' | 'MountOption';
  /**
   * Kernel parameters of the Pod's namespaces; a node starts the Pod only if it allows them.
   *
   * @atomic
   */
  readonly sysctls?: readonly Sysctl[];
  /** Settings that only Windows containers have. */
  readonly windowsOptions?: WindowsSecurityContextOptions;
}

/** One kernel parameter. */
export interface Sysctl {
  /** The parameter, with dots or slashes. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
}

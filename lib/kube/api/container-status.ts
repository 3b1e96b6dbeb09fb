import type { StopSignal } from './probe';
import type { ResourceRequirements } from './resources';
import type { Int32, Int64, Quantity, Time } from './scalars';

/** What the kubelet saw of one container. */
export interface ContainerStatus {
  /** The container. */
  readonly name: string;
  /** What it does now. */
  readonly state?: ContainerState;
  /** How it ended before. */
  readonly lastState?: ContainerState;
  /** Whether its readiness probe succeeds. */
  readonly ready: boolean;
  /** Whether its startup probe succeeded. */
  readonly started?: boolean;
  /** How often it was restarted. */
  readonly restartCount: Int32;
  /** The image it runs, in the runtime's words. */
  readonly image: string;
  /** The digest of that image. */
  readonly imageID: string;
  /** The runtime's identifier, as `type://id`. */
  readonly containerID?: string;
  /**
   * The requests and limits that are in force.
   *
   * @stage alpha 1.27, beta 1.33, stable 1.35
   * @gate InPlacePodVerticalScaling
   */
  readonly resources?: ResourceRequirements;
  /**
   * What the node set aside.
   *
   * @stage alpha 1.27, beta 1.33, stable 1.35
   * @gate InPlacePodVerticalScaling
   */
  readonly allocatedResources?: Readonly<Record<string, Quantity>>;
  /**
   * The health of its devices.
   *
   * @since 1.31
   * @stage alpha 1.31, beta 1.36
   * @gate ResourceHealthStatus
   * @listMapKey name
   */
  readonly allocatedResourcesStatus?: readonly ResourceStatus[];
  /**
   * The user its first process started as.
   *
   * @since 1.31
   * @stage alpha 1.31, beta 1.33, stable 1.35
   * @gate SupplementalGroupsPolicy
   */
  readonly user?: ContainerUser;
  /**
   * Its volume mounts as they came out.
   *
   * @since 1.30
   * @stage alpha 1.30, beta 1.31, stable 1.33
   * @gate RecursiveReadOnlyMounts
   * @listMapKey mountPath
   */
  readonly volumeMounts?: readonly VolumeMountStatus[];
  /**
   * The signal that asks it to stop.
   *
   * @since 1.33
   * @stage alpha 1.33
   * @gate ContainerStopSignals
   */
  readonly stopSignal?: StopSignal;
}

/** The one state a container is in. */
export interface ContainerState {
  /** It is not running yet. */
  readonly waiting?: ContainerStateWaiting;
  /** It is running. */
  readonly running?: ContainerStateRunning;
  /** It has ended. */
  readonly terminated?: ContainerStateTerminated;
}

/** Why a container is not running yet. */
export interface ContainerStateWaiting {
  /** Why, as one word, such as `ImagePullBackOff`. */
  readonly reason?: string;
  /** Why, as a sentence. */
  readonly message?: string;
}

/** Since when a container runs. */
export interface ContainerStateRunning {
  /** When it was last started. */
  readonly startedAt?: Time;
}

/** How a container ended. */
export interface ContainerStateTerminated {
  /** Its exit code. */
  readonly exitCode: Int32;
  /** The signal that ended it. */
  readonly signal?: Int32;
  /** Why, as one word, such as `OOMKilled`. */
  readonly reason?: string;
  /** Its last words. */
  readonly message?: string;
  /** When it started. */
  readonly startedAt?: Time;
  /** When it ended. */
  readonly finishedAt?: Time;
  /** The runtime's identifier, as `type://id`. */
  readonly containerID?: string;
}

/** The health of the devices behind one resource. */
export interface ResourceStatus {
  /** The resource, or `claim:NAME/REQUEST`. */
  readonly name: string;
  /**
   * The devices.
   *
   * @listMapKey resourceID
   */
  readonly resources?: readonly ResourceHealth[];
}

/** The health of one device. */
export interface ResourceHealth {
  /** The device's identifier. */
  readonly resourceID: string;
  /**
   * Its health.
   *
   * @default `Healthy`
   */
  readonly health?: 'Healthy' | 'Unhealthy' | 'Unknown';
  /**
   * More on its health, as a sentence.
   *
   * @since 1.36
   * @stage beta 1.36
   * @gate ResourceHealthStatusMessage
   */
  readonly message?: string;
}

/** The user of a container's first process. */
export interface ContainerUser {
  /** The user on Linux. */
  readonly linux?: LinuxContainerUser;
}

/** A user and its groups on Linux. */
export interface LinuxContainerUser {
  /** The user ID. */
  readonly uid: Int64;
  /** The primary group ID. */
  readonly gid: Int64;
  /**
   * Further group IDs.
   *
   * @atomic
   */
  readonly supplementalGroups?: readonly Int64[];
}

/** A volume mount as it came out. */
export interface VolumeMountStatus {
  /** The volume. */
  readonly name: string;
  /** The path in the container. */
  readonly mountPath: string;
  /** Whether it is read-only. */
  readonly readOnly?: boolean;
  /** Whether mounts below are read-only too, as it came out. */
  readonly recursiveReadOnly?: 'Disabled' | 'IfPossible' | 'Enabled';
  /**
   * What is known of the volume.
   *
   * @since 1.35
   * @stage alpha 1.35
   * @gate ImageVolumeWithDigest
   */
  readonly volumeStatus?: VolumeStatus;
}

/** What is known of a mounted volume. */
export interface VolumeStatus {
  /** The image behind an `image` volume. */
  readonly image?: ImageVolumeStatus;
}

/** The image behind an `image` volume. */
export interface ImageVolumeStatus {
  /** The image's digest. */
  readonly imageRef: string;
}

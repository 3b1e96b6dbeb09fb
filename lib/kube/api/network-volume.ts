import type { LocalObjectReference } from './meta';
import type { Int32 } from './scalars';

/** A directory of an NFS server. */
export interface NFSVolumeSource {
  /** The server's name or address. */
  readonly server: string;
  /** The exported directory. */
  readonly path: string;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A disk of an iSCSI target. */
export interface ISCSIVolumeSource {
  /** The target's address, with a port unless it is 860 or 3260. */
  readonly targetPortal: string;
  /**
   * Further addresses of the same target, for multipath.
   *
   * @atomic
   */
  readonly portals?: readonly string[];
  /** The target's qualified name. */
  readonly iqn: string;
  /** The number of the disk in the target, 0 to 255. */
  readonly lun: Int32;
  /**
   * The interface that speaks iSCSI.
   *
   * @default `default`, which is TCP
   */
  readonly iscsiInterface?: string;
  /**
   * The name by which the node introduces itself.
   *
   * @default the node's own
   */
  readonly initiatorName?: string;
  /**
   * The file system to mount.
   *
   * @default `ext4`
   */
  readonly fsType?: string;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Whether finding the target needs a CHAP password.
   *
   * @default false
   */
  readonly chapAuthDiscovery?: boolean;
  /**
   * Whether the session needs a CHAP password.
   *
   * @default false
   */
  readonly chapAuthSession?: boolean;
  /** The Secret with the CHAP passwords. */
  readonly secretRef?: LocalObjectReference;
}

/** A disk of a Fibre Channel fabric, by target and number or by world-wide identifier. */
export interface FCVolumeSource {
  /**
   * World-wide names of the targets; `lun` belongs to them.
   *
   * @atomic
   */
  readonly targetWWNs?: readonly string[];
  /** The number of the disk in the target. */
  readonly lun?: Int32;
  /**
   * World-wide identifiers of the disk, in place of `targetWWNs` and `lun`.
   *
   * @atomic
   */
  readonly wwids?: readonly string[];
  /**
   * The file system to mount.
   *
   * @default `ext4`
   */
  readonly fsType?: string;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

import type { LocalObjectReference } from './meta';
import type { Int32 } from './scalars';

/** An AWS EBS disk. */
export interface AWSElasticBlockStoreVolumeSource {
  /** The disk's identifier. */
  readonly volumeID: string;
  /**
   * The file system to mount.
   *
   * @default `ext4`
   */
  readonly fsType?: string;
  /**
   * The number of the partition.
   *
   * @default 0: the whole disk
   */
  readonly partition?: Int32;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** An Azure disk. */
export interface AzureDiskVolumeSource {
  /** The disk's name. */
  readonly diskName: string;
  /** The disk's URI in the blob storage or as a managed disk. */
  readonly diskURI: string;
  /**
   * What holds the disk: a storage account for several, one for itself, or Azure.
   *
   * @default `Shared`
   */
  readonly kind?: 'Shared' | 'Dedicated' | 'Managed';
  /**
   * What the host caches.
   *
   * @default `ReadWrite`
   */
  readonly cachingMode?: 'None' | 'ReadOnly' | 'ReadWrite';
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

/** An Azure file share. */
export interface AzureFileVolumeSource {
  /** The Secret with the storage account's name and key. */
  readonly secretName: string;
  /** The share's name. */
  readonly shareName: string;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A Google persistent disk. */
export interface GCEPersistentDiskVolumeSource {
  /** The disk's name. */
  readonly pdName: string;
  /**
   * The file system to mount.
   *
   * @default `ext4`
   */
  readonly fsType?: string;
  /**
   * The number of the partition.
   *
   * @default 0: the whole disk
   */
  readonly partition?: Int32;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A vSphere disk. */
export interface VsphereVirtualDiskVolumeSource {
  /** The path of the disk. */
  readonly volumePath: string;
  /**
   * The file system to mount.
   *
   * @default `ext4`
   */
  readonly fsType?: string;
  /** The name of the storage policy. */
  readonly storagePolicyName?: string;
  /** The identifier of the storage policy. */
  readonly storagePolicyID?: string;
}

/** An OpenStack Cinder disk. */
export interface CinderVolumeSource {
  /** The disk's identifier. */
  readonly volumeID: string;
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
  /** The Secret with the credentials for OpenStack. */
  readonly secretRef?: LocalObjectReference;
}

/** A Portworx volume. */
export interface PortworxVolumeSource {
  /** The volume's identifier. */
  readonly volumeID: string;
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

/** A volume of a driver that is installed on the node as a program. */
export interface FlexVolumeSource {
  /** The driver's name. */
  readonly driver: string;
  /**
   * The file system to mount.
   *
   * @default the driver's choice
   */
  readonly fsType?: string;
  /** Settings that the driver understands. */
  readonly options?: Readonly<Record<string, string>>;
  /** A Secret that is handed to the driver. */
  readonly secretRef?: LocalObjectReference;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

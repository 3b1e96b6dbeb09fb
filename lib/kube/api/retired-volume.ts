import type { LocalObjectReference } from './meta';

/** A directory of CephFS. */
export interface CephFSVolumeSource {
  /**
   * The addresses of the Ceph monitors.
   *
   * @atomic
   */
  readonly monitors: readonly string[];
  /**
   * The directory.
   *
   * @default `/`
   */
  readonly path?: string;
  /**
   * The Ceph user.
   *
   * @default `admin`
   */
  readonly user?: string;
  /**
   * The file on the node with the user's key.
   *
   * @default `/etc/ceph/user.secret`
   */
  readonly secretFile?: string;
  /** The Secret with the user's key, in place of the file. */
  readonly secretRef?: LocalObjectReference;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A Ceph block device. */
export interface RBDVolumeSource {
  /**
   * The addresses of the Ceph monitors.
   *
   * @atomic
   */
  readonly monitors: readonly string[];
  /** The name of the block device. */
  readonly image: string;
  /**
   * The pool it is in.
   *
   * @default `rbd`
   */
  readonly pool?: string;
  /**
   * The Ceph user.
   *
   * @default `admin`
   */
  readonly user?: string;
  /**
   * The file on the node with the user's key.
   *
   * @default `/etc/ceph/keyring`
   */
  readonly keyring?: string;
  /** The Secret with the user's key, in place of the file. */
  readonly secretRef?: LocalObjectReference;
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

/** A GlusterFS volume. */
export interface GlusterfsVolumeSource {
  /** The Endpoints object with the servers' addresses. */
  readonly endpoints: string;
  /** The volume. */
  readonly path: string;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A Flocker volume, by name or identifier. */
export interface FlockerVolumeSource {
  /**
   * The data set's name.
   *
   * @deprecated use `datasetUUID`
   */
  readonly datasetName?: string;
  /** The data set's identifier. */
  readonly datasetUUID?: string;
}

/** A Quobyte volume. */
export interface QuobyteVolumeSource {
  /** The addresses of the registries, as one text with commas between. */
  readonly registry: string;
  /** The volume's name. */
  readonly volume: string;
  /** The tenant that owns the volume. */
  readonly tenant?: string;
  /**
   * The user that mounts it.
   *
   * @default the service account's user
   */
  readonly user?: string;
  /**
   * The group that mounts it.
   *
   * @default no group
   */
  readonly group?: string;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A StorageOS volume. */
export interface StorageOSVolumeSource {
  /** The volume's name. */
  readonly volumeName?: string;
  /**
   * The volume's namespace in StorageOS.
   *
   * @default the Pod's namespace
   */
  readonly volumeNamespace?: string;
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
  /** The Secret with the credentials for StorageOS. */
  readonly secretRef?: LocalObjectReference;
}

/** A ScaleIO volume. */
export interface ScaleIOVolumeSource {
  /** The address of the gateway. */
  readonly gateway: string;
  /** The name of the storage system. */
  readonly system: string;
  /** The Secret with the login. */
  readonly secretRef: LocalObjectReference;
  /**
   * Whether the gateway is spoken to over TLS.
   *
   * @default false
   */
  readonly sslEnabled?: boolean;
  /** The protection domain. */
  readonly protectionDomain?: string;
  /** The pool in that domain. */
  readonly storagePool?: string;
  /**
   * Whether storage is set aside at once: `ThickProvisioned` or `ThinProvisioned`.
   *
   * @default `ThinProvisioned`
   */
  readonly storageMode?: string;
  /** The name of a volume that exists already. */
  readonly volumeName?: string;
  /**
   * The file system to mount.
   *
   * @default `xfs`
   */
  readonly fsType?: string;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** A Photon disk. */
export interface PhotonPersistentDiskVolumeSource {
  /** The disk's identifier. */
  readonly pdID: string;
  /**
   * The file system to mount.
   *
   * @default `ext4`
   */
  readonly fsType?: string;
}

/** A Git repository that is cloned when the Pod starts. */
export interface GitRepoVolumeSource {
  /** The repository's URL. */
  readonly repository: string;
  /** The commit to check out. */
  readonly revision?: string;
  /** The directory to clone into; `.` for the root of the volume. */
  readonly directory?: string;
}

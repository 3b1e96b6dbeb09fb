import type {
  AWSElasticBlockStoreVolumeSource,
  AzureDiskVolumeSource,
  AzureFileVolumeSource,
  CinderVolumeSource,
  FlexVolumeSource,
  GCEPersistentDiskVolumeSource,
  PortworxVolumeSource,
  VsphereVirtualDiskVolumeSource,
} from './cloud-volume';
import type { LocalObjectReference } from './meta';
import type { FCVolumeSource, ISCSIVolumeSource, NFSVolumeSource } from './network-volume';
import type { EphemeralVolumeSource, PersistentVolumeClaimVolumeSource } from './persistent-volume-claim';
import type { DownwardAPIVolumeFile, KeyToPath, ProjectedVolumeSource } from './projected-volume';
import type {
  CephFSVolumeSource,
  FlockerVolumeSource,
  GitRepoVolumeSource,
  GlusterfsVolumeSource,
  PhotonPersistentDiskVolumeSource,
  QuobyteVolumeSource,
  RBDVolumeSource,
  ScaleIOVolumeSource,
  StorageOSVolumeSource,
} from './retired-volume';
import type { Int32, Quantity } from './scalars';

/**
 * Storage or files that a Pod's containers may mount: a name and exactly one source.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export interface Volume {
  /** The volume's name, a DNS label, one of its kind in the Pod. */
  readonly name: string;
  /** An empty directory that lives as long as the Pod. */
  readonly emptyDir?: EmptyDirVolumeSource;
  /** The keys of a ConfigMap as files. */
  readonly configMap?: ConfigMapVolumeSource;
  /** The keys of a Secret as files, kept in memory. */
  readonly secret?: SecretVolumeSource;
  /** Several sources in one directory. */
  readonly projected?: ProjectedVolumeSource;
  /** Fields of the Pod itself as files. */
  readonly downwardAPI?: DownwardAPIVolumeSource;
  /** A claim on lasting storage. */
  readonly persistentVolumeClaim?: PersistentVolumeClaimVolumeSource;
  /** A claim that is made for the Pod and goes with it. */
  readonly ephemeral?: EphemeralVolumeSource;
  /** A volume that a storage driver makes for the Pod. */
  readonly csi?: CSIVolumeSource;
  /**
   * The files of an image, read-only.
   *
   * @since 1.31
   * @stage alpha 1.31, beta 1.33 off, beta 1.35, stable 1.36
   * @gate ImageVolume
   */
  readonly image?: ImageVolumeSource;
  /** A file or directory of the node; most Pods must not have one. */
  readonly hostPath?: HostPathVolumeSource;
  /** A directory of an NFS server. */
  readonly nfs?: NFSVolumeSource;
  /** A disk of an iSCSI target. */
  readonly iscsi?: ISCSIVolumeSource;
  /** A disk of a Fibre Channel fabric. */
  readonly fc?: FCVolumeSource;
  /**
   * An AWS EBS disk, served by its CSI driver.
   *
   * @deprecated use `ebs.csi.aws.com`
   */
  readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource;
  /**
   * An Azure disk, served by its CSI driver.
   *
   * @deprecated use `disk.csi.azure.com`
   */
  readonly azureDisk?: AzureDiskVolumeSource;
  /**
   * An Azure file share, served by its CSI driver.
   *
   * @deprecated use `file.csi.azure.com`
   */
  readonly azureFile?: AzureFileVolumeSource;
  /**
   * A Google persistent disk, served by its CSI driver.
   *
   * @deprecated use `pd.csi.storage.gke.io`
   */
  readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource;
  /**
   * A vSphere disk, served by its CSI driver.
   *
   * @deprecated use `csi.vsphere.vmware.com`
   */
  readonly vsphereVolume?: VsphereVirtualDiskVolumeSource;
  /**
   * An OpenStack Cinder disk, served by its CSI driver.
   *
   * @deprecated use `cinder.csi.openstack.org`
   */
  readonly cinder?: CinderVolumeSource;
  /**
   * A Portworx volume, served by its CSI driver.
   *
   * @deprecated use `pxd.portworx.com`
   */
  readonly portworxVolume?: PortworxVolumeSource;
  /**
   * A volume of a driver installed on the node.
   *
   * @deprecated use a CSI driver
   */
  readonly flexVolume?: FlexVolumeSource;
  /**
   * A directory of CephFS; no node can mount it any more.
   *
   * @deprecated removed in 1.31
   */
  readonly cephfs?: CephFSVolumeSource;
  /**
   * A Ceph block device; no node can mount it any more.
   *
   * @deprecated removed in 1.31
   */
  readonly rbd?: RBDVolumeSource;
  /**
   * A GlusterFS volume; no node can mount it any more.
   *
   * @deprecated removed in 1.26
   */
  readonly glusterfs?: GlusterfsVolumeSource;
  /**
   * A Flocker volume; no node can mount it any more.
   *
   * @deprecated removed in 1.25
   */
  readonly flocker?: FlockerVolumeSource;
  /**
   * A Quobyte volume; no node can mount it any more.
   *
   * @deprecated removed in 1.25
   */
  readonly quobyte?: QuobyteVolumeSource;
  /**
   * A StorageOS volume; no node can mount it any more.
   *
   * @deprecated removed in 1.25
   */
  readonly storageos?: StorageOSVolumeSource;
  /**
   * A ScaleIO volume; no node can mount it any more.
   *
   * @deprecated removed in 1.22
   */
  readonly scaleIO?: ScaleIOVolumeSource;
  /**
   * A Photon disk; no node can mount it any more.
   *
   * @deprecated removed long ago
   */
  readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource;
  /**
   * A Git repository cloned at the start; disabled for good from 1.36 on.
   *
   * @deprecated clone in an init container into an `emptyDir`
   */
  readonly gitRepo?: GitRepoVolumeSource;
}

/**
 * A directory that is empty when the Pod starts and is deleted with it.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
 */
export interface EmptyDirVolumeSource {
  /**
   * Where it is kept: empty for the node's disk, `Memory` for RAM that counts as the containers' memory, `HugePages` or
   * `HugePages-<size>`.
   *
   * @default the node's disk
   */
  readonly medium?: string;
  /**
   * How many bytes it may hold; beyond that the Pod is evicted.
   *
   * @default no limit
   */
  readonly sizeLimit?: Quantity;
}

/** The keys of a ConfigMap as files; changes appear in the running Pod after a while. */
export interface ConfigMapVolumeSource {
  /**
   * The ConfigMap's name, in the Pod's namespace.
   *
   * @default empty, which names nothing
   */
  readonly name?: string;
  /**
   * The keys that become files, and where.
   *
   * @default every key under its own name
   * @atomic
   */
  readonly items?: readonly KeyToPath[];
  /**
   * The permission bits of the files, 0 to 0777 octal; JSON writes them as decimals.
   *
   * @default 420, which is 0644 octal
   */
  readonly defaultMode?: Int32;
  /**
   * Whether the Pod starts without the ConfigMap or its keys.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** The keys of a Secret as files; changes appear in the running Pod after a while. */
export interface SecretVolumeSource {
  /** The Secret's name, in the Pod's namespace. */
  readonly secretName?: string;
  /**
   * The keys that become files, and where.
   *
   * @default every key under its own name
   * @atomic
   */
  readonly items?: readonly KeyToPath[];
  /**
   * The permission bits of the files, 0 to 0777 octal; JSON writes them as decimals.
   *
   * @default 420, which is 0644 octal
   */
  readonly defaultMode?: Int32;
  /**
   * Whether the Pod starts without the Secret or its keys.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Fields of the Pod itself as files. */
export interface DownwardAPIVolumeSource {
  /**
   * The files.
   *
   * @atomic
   */
  readonly items?: readonly DownwardAPIVolumeFile[];
  /**
   * The permission bits of the files, 0 to 0777 octal; JSON writes them as decimals.
   *
   * @default 420, which is 0644 octal
   */
  readonly defaultMode?: Int32;
}

/** A volume that a storage driver makes for the Pod and removes with it. */
export interface CSIVolumeSource {
  /** The driver's name. */
  readonly driver: string;
  /** Settings that the driver understands. */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
  /** A Secret that is handed to the driver. */
  readonly nodePublishSecretRef?: LocalObjectReference;
  /**
   * The file system to mount.
   *
   * @default the driver's choice
   */
  readonly fsType?: string;
  /**
   * Whether the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** The files of an image or another OCI artifact, read-only. */
export interface ImageVolumeSource {
  /** The image, best pinned by digest. */
  readonly reference?: string;
  /**
   * When the node asks the registry for the image.
   *
   * @default `Always` for the tag `:latest` or none, else `IfNotPresent`
   */
  readonly pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
}

/** A file or directory of the node. */
export interface HostPathVolumeSource {
  /** The path on the node. */
  readonly path: string;
  /**
   * What must be there, or is made when it is missing.
   *
   * @default no check
   */
  readonly type?: HostPathType;
}

/** What a `hostPath` volume finds or makes on the node; empty for no check. */
export type HostPathType =
  '' | 'DirectoryOrCreate' | 'Directory' | 'FileOrCreate' | 'File' | 'Socket' | 'CharDevice' | 'BlockDevice';

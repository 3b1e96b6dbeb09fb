import type { PersistentVolumeClaimSpec } from '../kube/api/persistent-volume-claim';
import type { KeyToPath, ProjectedVolumeSource } from '../kube/api/projected-volume';
import type { Volume } from '../kube/api/volume';
import type { Named } from './env';
import { nameOf } from './env';
import type { ByteQuantity } from './quantities';
import { checkedWhy, except } from './reason';
import type { Except, Why } from './reason';

/** Where a volume's content lives: one of the API's sources. A path of the node needs an exception: {@link hostPath}. */
export type VolumeSource = Omit<Volume, 'name' | 'hostPath'> & {
  readonly hostPath?: Except<NonNullable<Volume['hostPath']>>;
};

/** A claim that each replica makes for itself and keeps across replacements: only a StatefulSet can give it. */
export interface ClaimPerReplica {
  readonly volumeClaimTemplate: PersistentVolumeClaimSpec;
}

/** How a container mounts a volume, in the API's own fields. */
export interface MountDetails {
  readonly readOnly?: boolean;
  readonly recursiveReadOnly?: 'Disabled' | 'Enabled' | 'IfPossible';
  readonly subPath?: string;
  readonly subPathExpr?: string;
  readonly mountPropagation?: 'None' | 'HostToContainer' | 'Bidirectional';
}

/** A mount seen from the volume: where a container finds it. */
export interface MountAt extends MountDetails {
  readonly mountPath: string;
}

/** A mount seen from its path: which volume is there. */
export interface MountOf<VolumeName extends string = string> extends MountDetails {
  readonly name: VolumeName;
}

/** How large scratch space may grow, and where it is. */
export interface EmptyDirOptions {
  /** Bytes after which the kubelet evicts the Pod. @default none: one Pod can fill the node's disk */
  readonly sizeLimit?: ByteQuantity;
  /** `Memory` for a tmpfs, which counts against the memory of the containers that write it. @default the node's disk */
  readonly medium?: '' | 'Memory' | `HugePages${string}`;
}

/** Which keys of an object become files, and with what mode. */
export interface FilesOptions {
  /** Files by key; left out, every key becomes a file of that name. */
  readonly items?: readonly KeyToPath[];
  /** File mode as a number: `0o440`. @default 0o644 */
  readonly defaultMode?: number;
  /** Whether the Pod may start when the object is missing. @default false */
  readonly optional?: boolean;
}

/**
 * Space on the node that lives and dies with the Pod.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
 */
export function emptyDir(options: EmptyDirOptions = {}): VolumeSource {
  return { emptyDir: options };
}

/** A ConfigMap as files, which follow its changes within a minute or so. Mounted read-only. */
export function configMap(object: Named, options: FilesOptions = {}): VolumeSource {
  return { configMap: { name: nameOf(object), ...options } };
}

/** A Secret as files in memory, which follow its changes within a minute or so. Mounted read-only. */
export function secret(object: Named, options: FilesOptions = {}): VolumeSource {
  return { secret: { secretName: nameOf(object), ...options } };
}

/** Several ConfigMaps, Secrets, tokens and fields of the Pod under one mount. Mounted read-only. */
export function projected(
  sources: NonNullable<ProjectedVolumeSource['sources']>,
  options: Pick<ProjectedVolumeSource, 'defaultMode'> = {},
): VolumeSource {
  return { projected: { sources, ...options } };
}

/** A PersistentVolumeClaim of the namespace: the data outlives the Pod. */
export function persistentVolumeClaim(claim: Named, options: { readonly readOnly?: boolean } = {}): VolumeSource {
  return { persistentVolumeClaim: { claimName: nameOf(claim), ...options } };
}

/**
 * Storage that each replica of a StatefulSet claims for itself and finds again after it was replaced.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export function claimPerReplica(storage: ByteQuantity, options: ClaimOptions = {}): ClaimPerReplica {
  const { accessModes = ['ReadWriteOnce'], ...others } = options;
  return { volumeClaimTemplate: { accessModes, resources: { requests: { storage } }, ...others } };
}

/** What else may be said of a claim. */
export type ClaimOptions = Omit<PersistentVolumeClaimSpec, 'resources'>;

/**
 * A path of the node's own file system: whoever controls the Pod touches the node. Never allowed by Pod Security
 * baseline, so it takes an exception.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
 */
export function hostPath(path: string, why: Why, type?: NonNullable<Volume['hostPath']>['type']): VolumeSource {
  return {
    hostPath: except({ path, ...(type === undefined ? {} : { type }) }, checkedWhy(why, 'hostPath(path, why)')),
  };
}

/** A mount that the container may only read. */
export function readOnly(mountPath: string, details: Omit<MountDetails, 'readOnly'> = {}): MountAt {
  return { ...details, mountPath, readOnly: true };
}

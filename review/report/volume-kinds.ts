import type { Volume } from '../../lib/kube/api/volume';
import { fieldOf } from '../entity';
import { code, list, names } from './words';

/**
 * What becomes of the contents of a volume: they are `kept`, `lost`, `left` on the node where they are, `fetched` anew
 * from where they come from, or it is `unknown`.
 */
export type Fate = 'kept' | 'lost' | 'left' | 'fetched' | 'unknown';

/** What survives what. */
export interface Survival {
  /** A container ends and is started again. */
  readonly restart: Fate;
  /** The Pod is deleted, evicted or replaced. */
  readonly pod: Fate;
  /** The node is lost for good. */
  readonly node: Fate;
}

/** What a kind of volume is. */
export interface VolumeKind {
  /** The field of its source: `emptyDir`. */
  readonly source: string;
  /** What it is, as the second half of a sentence about it. */
  readonly what: string;
  readonly survival: Survival;
  /** Whether containers can write to it at all. */
  readonly isWritable: boolean;
}

const OF_POD: Survival = { restart: 'kept', pod: 'lost', node: 'lost' };
const OF_CLUSTER: Survival = { restart: 'kept', pod: 'fetched', node: 'fetched' };
const OF_STORAGE: Survival = { restart: 'kept', pod: 'kept', node: 'kept' };
const OF_NODE: Survival = { restart: 'kept', pod: 'left', node: 'lost' };
const OF_DRIVER: Survival = { restart: 'kept', pod: 'unknown', node: 'unknown' };

/** What a volume is and what survives in it. */
export function volumeKindOf(volume: Volume): VolumeKind {
  const { configMap, csi, emptyDir, ephemeral, hostPath, image, nfs, persistentVolumeClaim, projected, secret } =
    volume;
  if (emptyDir !== undefined)
    return { source: 'emptyDir', what: scratchText(emptyDir), survival: OF_POD, isWritable: true };
  if (configMap !== undefined)
    return fromCluster('configMap', `holds ${optional(configMap.optional)}ConfigMap ${code(configMap.name ?? '')}`);
  if (secret !== undefined)
    return fromCluster(
      'secret',
      `holds ${optional(secret.optional)}Secret ${code(secret.secretName ?? '')}, in memory`,
    );
  if (projected !== undefined) return fromCluster('projected', `holds ${projectedText(projected)}`);
  if (volume.downwardAPI !== undefined) return fromCluster('downwardAPI', 'holds fields of the Pod itself');
  if (image !== undefined) return fromCluster('image', `holds the files of image ${code(image.reference ?? '')}`);
  if (persistentVolumeClaim !== undefined) {
    const { claimName, readOnly } = persistentVolumeClaim;
    return {
      source: 'persistentVolumeClaim',
      what: `is claim ${code(claimName)}`,
      survival: OF_STORAGE,
      isWritable: readOnly !== true,
    };
  }
  if (hostPath !== undefined) {
    return {
      source: 'hostPath',
      what: `is ${code(hostPath.path)} of the node itself: whoever writes to it changes the node`,
      survival: OF_NODE,
      isWritable: true,
    };
  }
  if (ephemeral !== undefined) {
    return {
      source: 'ephemeral',
      what: 'is a claim of its own for each Pod, deleted with it',
      survival: OF_POD,
      isWritable: true,
    };
  }
  if (csi !== undefined) {
    return {
      source: 'csi',
      what: `comes from driver ${code(csi.driver)}, which decides what it holds`,
      survival: OF_DRIVER,
      isWritable: csi.readOnly !== true,
    };
  }
  if (nfs !== undefined) {
    return {
      source: 'nfs',
      what: `is ${code(`${nfs.server}:${nfs.path}`)}, shared with whoever else mounts it`,
      survival: OF_STORAGE,
      isWritable: nfs.readOnly !== true,
    };
  }
  return otherKind(volume);
}

function otherKind(volume: Volume): VolumeKind {
  const found = Object.entries<unknown>({ ...volume }).find(([field]) => field !== 'name');
  const [source, details] = found ?? ['unknown', undefined];
  if (source === 'gitRepo') {
    return { source, what: 'is a clone of a Git repository', survival: OF_POD, isWritable: true };
  }
  return {
    source,
    what: `is storage outside the cluster (${code(source)})`,
    survival: OF_STORAGE,
    isWritable: fieldOf(details, 'readOnly') !== true,
  };
}

function fromCluster(source: string, what: string): VolumeKind {
  return { source, what, survival: OF_CLUSTER, isWritable: false };
}

function scratchText({ medium = '', sizeLimit }: NonNullable<Volume['emptyDir']>): string {
  const where =
    medium === 'Memory' ? 'in memory' : medium.startsWith('HugePages') ? 'in huge pages' : "on the node's disk";
  return `is scratch space ${where}, ${sizeLimit === undefined ? 'without a size limit of its own' : `${code(sizeLimit)} at most`}`;
}

function projectedText({ sources = [] }: NonNullable<Volume['projected']>): string {
  const parts = sources.flatMap(
    ({ configMap, downwardAPI, secret, serviceAccountToken, clusterTrustBundle, podCertificate }) => [
      ...(serviceAccountToken ? ['a token of its ServiceAccount'] : []),
      ...(configMap ? [`${optional(configMap.optional)}ConfigMap ${code(configMap.name ?? '')}`] : []),
      ...(secret ? [`${optional(secret.optional)}Secret ${code(secret.name ?? '')}`] : []),
      ...(downwardAPI ? ['fields of the Pod itself'] : []),
      ...(clusterTrustBundle
        ? [`trust anchors${clusterTrustBundle.name === undefined ? '' : ` of ${names([clusterTrustBundle.name])}`}`]
        : []),
      ...(podCertificate ? ['a certificate of its own'] : []),
    ],
  );
  return parts.length === 0 ? 'nothing' : list(parts);
}

function optional(isOptional: boolean | undefined): string {
  return isOptional === true ? 'what there is of ' : '';
}

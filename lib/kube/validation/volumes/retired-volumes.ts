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
} from '../../api/retired-volume';
import type { FieldPath } from '../../field-path';
import { checkDnsLabel } from '../name-checks';
import { checkLocalPath } from '../path-checks';
import type { PodScope } from '../pod-scope';
import { requireText } from '../value-checks';

const LONGEST_TENANT = 64;

/** A volume of GlusterFS. */
export function validateGlusterfs({ problems }: PodScope, source: GlusterfsVolumeSource, path: FieldPath): void {
  requireText(problems, source.endpoints, path.child('endpoints'), 'the Endpoints of the cluster');
  requireText(problems, source.path, path.child('path'), 'the volume in the cluster');
}

/** A block device of Ceph. */
export function validateRbd({ problems }: PodScope, source: Partial<RBDVolumeSource>, path: FieldPath): void {
  if (!source.monitors?.length) problems.required('required-field', path.child('monitors'), 'the Ceph monitors');
  requireText(problems, source.image, path.child('image'), 'the image of the block device');
}

/** A file system of Ceph. */
export function validateCephfs({ problems }: PodScope, source: Partial<CephFSVolumeSource>, path: FieldPath): void {
  if (!source.monitors?.length) problems.required('required-field', path.child('monitors'), 'the Ceph monitors');
}

/** A volume of Flocker, by name or by UUID. */
export function validateFlocker({ problems }: PodScope, source: FlockerVolumeSource, path: FieldPath): void {
  const { datasetName, datasetUUID }: Readonly<Record<string, string>> = { ...source };
  if (!datasetName && !datasetUUID) problems.required('flocker-dataset', path, 'one of datasetName and datasetUUID');
  if (datasetName && datasetUUID) {
    problems.invalid('flocker-dataset', path, 'resource', 'must have one of datasetName and datasetUUID, not both');
  }
  if (datasetName?.includes('/')) {
    problems.invalid('flocker-dataset', path.child('datasetName'), datasetName, 'must not contain "/"');
  }
}

/** A volume of Quobyte, behind one or more registries. */
export function validateQuobyte({ problems }: PodScope, source: QuobyteVolumeSource, path: FieldPath): void {
  const registry = path.child('registry');
  if (!source.registry) {
    requireText(problems, source.registry, registry, 'host:port of the registry, several joined by commas');
  } else if ((source.tenant ?? '').length > LONGEST_TENANT) {
    problems.required('quobyte-tenant', path.child('tenant'), 'a UUID of at most 64 characters');
  } else if (!source.registry.split(',').every(isHostAndPort)) {
    problems.invalid('quobyte-registry', registry, source.registry, 'must be host:port, several joined by commas');
  }
  requireText(problems, source.volume, path.child('volume'), 'the name of the volume');
}

/** A volume of ScaleIO. */
export function validateScaleIo({ problems }: PodScope, source: ScaleIOVolumeSource, path: FieldPath): void {
  for (const field of ['gateway', 'system', 'volumeName'] as const) {
    requireText(problems, source[field], path.child(field), `the ${field} of ScaleIO`);
  }
}

/** A volume of StorageOS. */
export function validateStorageOs({ problems }: PodScope, source: StorageOSVolumeSource, path: FieldPath): void {
  if (!source.volumeName) {
    requireText(problems, source.volumeName, path.child('volumeName'), 'the name of the volume');
  } else {
    checkDnsLabel(problems, source.volumeName, path.child('volumeName'));
  }
  if (source.volumeNamespace) checkDnsLabel(problems, source.volumeNamespace, path.child('volumeNamespace'));
  if (source.secretRef == null) return;
  requireText(
    problems,
    source.secretRef.name,
    path.child('secretRef').child('name'),
    'the Secret with the credentials',
  );
}

/** A disk of Photon. */
export function validatePhoton({ problems }: PodScope, disk: PhotonPersistentDiskVolumeSource, path: FieldPath): void {
  requireText(problems, disk.pdID, path.child('pdID'), 'the id of the disk');
}

/** A clone of a repository; deprecated, and without a driver from 1.36 on, but the API still takes it. */
export function validateGitRepo({ problems }: PodScope, source: GitRepoVolumeSource, path: FieldPath): void {
  requireText(problems, source.repository, path.child('repository'), 'the URL of the repository');
  if (source.directory) checkLocalPath(problems, source.directory, path.child('directory'));
}

/** Whether a text is `host:port`, `[v6]:port` included; the port may be empty, as Go reads it. */
function isHostAndPort(text: string): boolean {
  return /^(\[[^[\]]*\]|[^[\]:]*):[^[\]:]*$/.test(text);
}

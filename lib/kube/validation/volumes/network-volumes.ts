import type {
  CephFSVolumeSource,
  FlexVolumeSource,
  FlockerVolumeSource,
  GlusterfsVolumeSource,
  NFSVolumeSource,
  QuobyteVolumeSource,
  RBDVolumeSource,
  ScaleIOVolumeSource,
  StorageOSVolumeSource,
} from '../../api/volume';
import type { FieldPath } from '../../field-path';
import { checkDnsLabel } from '../name-checks';
import type { PodScope } from '../pod-scope';
import { requireText } from '../value-checks';

const LONGEST_TENANT = 64;

/** A directory of an NFS server. */
export function validateNfs({ problems }: PodScope, source: NFSVolumeSource, path: FieldPath): void {
  requireText(problems, source.server, path.child('server'), 'the host name or address of the server');
  requireText(problems, source.path, path.child('path'), 'the directory that the server exports');
  const directory = source.path || '';
  if (directory.startsWith('/')) return;
  problems.invalid('relative-path', path.child('path'), directory, 'must be an absolute path');
}

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
  const { datasetName, datasetUUID } = source;
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

/** A volume of a vendor's driver. */
export function validateFlexVolume({ problems }: PodScope, source: FlexVolumeSource, path: FieldPath): void {
  requireText(problems, source.driver, path.child('driver'), 'the name of the driver');
  for (const option of Object.keys(source.options ?? {})) {
    const namespace = `.${option.split('/')[0] ?? ''}`.toLowerCase();
    if (!namespace.endsWith('.kubernetes.io') && !namespace.endsWith('.k8s.io')) continue;
    const detail = 'the namespaces kubernetes.io and k8s.io are reserved';
    problems.invalid('flex-option', path.child('options').key(option), option, detail);
  }
}

/** Whether a text is `host:port`, `[v6]:port` included; the port may be empty, as Go reads it. */
function isHostAndPort(text: string): boolean {
  return /^(\[[^[\]]*\]|[^[\]:]*):[^[\]:]*$/.test(text);
}

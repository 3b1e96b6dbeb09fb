import type {
  AWSElasticBlockStoreVolumeSource,
  AzureDiskVolumeSource,
  AzureFileVolumeSource,
  CinderVolumeSource,
  FlexVolumeSource,
  GCEPersistentDiskVolumeSource,
  PortworxVolumeSource,
  VsphereVirtualDiskVolumeSource,
} from '../../api/cloud-volume';
import type { FieldPath } from '../../field-path';
import type { PodScope } from '../pod-scope';
import { checkOptionalWord, checkRange, requireText } from '../value-checks';

const PARTITIONS = [0, 255] as const;
const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const DISK_KINDS = ['Dedicated', 'Managed', 'Shared'];

/** A disk of Google Compute Engine. */
export function validateGceDisk({ problems }: PodScope, disk: GCEPersistentDiskVolumeSource, path: FieldPath): void {
  requireText(problems, disk.pdName, path.child('pdName'), 'the name of the disk');
  checkRange(problems, 'partition', disk.partition, PARTITIONS, path.child('partition'));
}

/** A disk of AWS. */
export function validateAwsDisk({ problems }: PodScope, disk: AWSElasticBlockStoreVolumeSource, path: FieldPath): void {
  requireText(problems, disk.volumeID, path.child('volumeID'), 'the id of the volume');
  checkRange(problems, 'partition', disk.partition, PARTITIONS, path.child('partition'));
}

/** A disk of Azure; where its address must begin depends on its kind. */
export function validateAzureDisk({ problems }: PodScope, disk: AzureDiskVolumeSource, path: FieldPath): void {
  requireText(problems, disk.diskName, path.child('diskName'), 'the name of the disk');
  requireText(problems, disk.diskURI, path.child('diskURI'), 'the address of the disk');
  checkOptionalWord(problems, 'azure-caching-mode', disk.cachingMode, CACHING_MODES, path.child('cachingMode'));
  checkOptionalWord(problems, 'azure-disk-kind', disk.kind, DISK_KINDS, path.child('kind'));
  // The default kind is Shared.
  const start = disk.kind === 'Managed' ? '/subscriptions/' : 'https://';
  const address = disk.diskURI || '';
  if (address.startsWith(start)) return;
  problems.notSupported('azure-disk-uri', path.child('diskURI'), address, [`${start}…`]);
}

/** A share of Azure. */
export function validateAzureFile({ problems }: PodScope, share: AzureFileVolumeSource, path: FieldPath): void {
  requireText(problems, share.secretName, path.child('secretName'), 'the Secret with the storage account');
  requireText(problems, share.shareName, path.child('shareName'), 'the name of the share');
}

/** A disk of OpenStack. */
export function validateCinder({ problems }: PodScope, disk: CinderVolumeSource, path: FieldPath): void {
  requireText(problems, disk.volumeID, path.child('volumeID'), 'the id of the volume');
  if (disk.secretRef == null) return;
  requireText(problems, disk.secretRef.name, path.child('secretRef').child('name'), 'the Secret with the credentials');
}

/** A disk of vSphere. */
export function validateVsphere({ problems }: PodScope, disk: VsphereVirtualDiskVolumeSource, path: FieldPath): void {
  requireText(problems, disk.volumePath, path.child('volumePath'), 'the path of the virtual disk');
}

/** A volume of Portworx. */
export function validatePortworx({ problems }: PodScope, volume: PortworxVolumeSource, path: FieldPath): void {
  requireText(problems, volume.volumeID, path.child('volumeID'), 'the id of the volume');
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

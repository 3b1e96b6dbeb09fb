import type { ObjectMeta, TypedObjectReference } from '../api/meta';
import type {
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  PersistentVolumeClaimTemplate,
} from '../api/persistent-volume-claim';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { tryQuantity } from '../quantity/parse';
import { atLeast, type KubernetesVersion } from '../version';
import { validateLabels } from './label';
import { validateLabelSelector } from './label-selector';
import { validateAnnotations, validateObjectMeta } from './metadata';
import { checkDnsLabel, checkDnsSubdomain } from './name-checks';

const ACCESS_MODES: readonly string[] = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES: readonly string[] = ['Block', 'Filesystem'];

/**
 * Judges a claim that stands for itself.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export function validatePersistentVolumeClaim(
  problems: ProblemList,
  claim: PersistentVolumeClaim,
  version: KubernetesVersion,
): void {
  validateObjectMeta(problems, claim.metadata, FieldPath.of('metadata'), { kind: 'PersistentVolumeClaim', version });
  validateClaimSpec(problems, withHeldSources(claim.spec), FieldPath.of('spec'), version);
}

/**
 * A claim's spec with its sources as the server holds them. A source in another namespace is behind a gate that no
 * version up to 1.36 has on, and a `dataSource` alone may be a claim or a snapshot: anything else is dropped without a
 * word. Then the one field is copied to the other.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#data-source-references
 */
function withHeldSources(spec: PersistentVolumeClaimSpec | undefined): PersistentVolumeClaimSpec | undefined {
  if (spec?.dataSource === undefined && spec?.dataSourceRef === undefined) return spec;
  const { dataSource, dataSourceRef, ...others } = spec;
  const reference = dataSourceRef?.namespace ? undefined : dataSourceRef;
  const source = reference === undefined && !isOldSource(dataSource) ? undefined : dataSource;
  const [one, other] = [source ?? reference, reference ?? source];
  return one === undefined || other === undefined ? others : { ...others, dataSource: one, dataSourceRef: other };
}

function isOldSource({ apiGroup = '', kind = '' }: Partial<TypedObjectReference> = {}): boolean {
  if (apiGroup === '') return kind === 'PersistentVolumeClaim';
  return apiGroup === 'snapshot.storage.k8s.io' && kind === 'VolumeSnapshot';
}

/**
 * Judges what a claim asks of its volume, be it a claim of a StatefulSet's template or of an ephemeral volume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export function validateClaimSpec(
  problems: ProblemList,
  spec: PersistentVolumeClaimSpec | undefined,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const { selector, storageClassName = '', volumeAttributesClassName = '', volumeMode } = spec ?? {};
  validateAccessModes(problems, spec?.accessModes ?? [], path.child('accessModes'));
  validateLabelSelector(problems, selector, path.child('selector'));
  validateStorage(problems, spec ?? {}, path.child('resources').key('storage'));
  if (storageClassName !== '') checkDnsSubdomain(problems, storageClassName, path.child('storageClassName'));
  if (volumeMode !== undefined && !VOLUME_MODES.includes(volumeMode)) {
    problems.notSupported('volume-mode', path.child('volumeMode'), volumeMode, VOLUME_MODES);
  }
  validateSources(problems, spec ?? {}, path);
  if (volumeAttributesClassName !== '' && atLeast(version, '1.34')) {
    checkDnsSubdomain(problems, volumeAttributesClassName, path.child('volumeAttributesClassName'));
  }
}

/**
 * Judges the template of an ephemeral volume's claim, whose metadata may hold labels and annotations only.
 *
 * @see https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
 */
export function validateEphemeralClaim(
  problems: ProblemList,
  template: Partial<PersistentVolumeClaimTemplate>,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const metadata = template.metadata ?? {};
  const place = path.child('metadata');
  validateAnnotations(problems, metadata.annotations, place.child('annotations'));
  validateLabels(problems, metadata.labels, place.child('labels'));
  for (const field of UNSETTABLE) {
    if (!isSet(metadata[field])) continue;
    // The server writes the field's name in its own way: `uID`.
    const name = field === 'uid' ? 'uID' : field;
    problems.forbidden('ephemeral-claim-metadata', place.child(name), 'only labels and annotations may be set here');
  }
  validateClaimSpec(problems, template.spec, path.child('spec'), version);
}

const UNSETTABLE: readonly (keyof ObjectMeta)[] = [
  'name',
  'generateName',
  'namespace',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'ownerReferences',
  'finalizers',
  'managedFields',
];

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== 0;
}

function validateAccessModes(problems: ProblemList, modes: readonly string[], path: FieldPath): void {
  if (modes.length === 0) problems.required('access-modes', path, 'at least one access mode must be given');
  for (const mode of modes) {
    if (!ACCESS_MODES.includes(mode)) problems.notSupported('access-modes', path, mode, ACCESS_MODES);
  }
  const known = modes.filter((mode) => ACCESS_MODES.includes(mode));
  if (known.includes('ReadWriteOncePod') && known.some((mode) => mode !== 'ReadWriteOncePod')) {
    problems.forbidden('access-modes', path, 'ReadWriteOncePod does not go with other access modes');
  }
}

/** The server leaves `requests` out of the path. */
function validateStorage(
  problems: ProblemList,
  { resources }: Partial<PersistentVolumeClaimSpec>,
  path: FieldPath,
): void {
  const storage = resources?.requests?.['storage'];
  if (storage === undefined) {
    problems.required('claim-storage', path, 'a claim must say how much storage it requests');
  } else if ((tryQuantity(storage)?.sign() ?? 1) <= 0) {
    problems.invalid('claim-storage', path, storage, 'must be greater than 0');
  }
}

function validateSources(problems: ProblemList, spec: Partial<PersistentVolumeClaimSpec>, path: FieldPath): void {
  const { dataSource, dataSourceRef } = spec;
  if (dataSource !== undefined) validateSource(problems, dataSource, path.child('dataSource'));
  if (dataSourceRef !== undefined) {
    const place = path.child('dataSourceRef');
    validateSource(problems, dataSourceRef, place);
    if (dataSourceRef.namespace) checkDnsLabel(problems, dataSourceRef.namespace, place.child('namespace'));
  }
  if (dataSource === undefined || dataSourceRef === undefined) return;
  if ((dataSourceRef.namespace ?? '') !== '') {
    problems.invalid('claim-source', path, dataSource, 'dataSource may not be set beside dataSourceRef.namespace');
  } else if (!isSameSource(dataSource, dataSourceRef)) {
    problems.invalid('claim-source', path, dataSource, 'dataSource must be the same as dataSourceRef');
  }
}

function validateSource(problems: ProblemList, source: Partial<TypedObjectReference>, path: FieldPath): void {
  const { apiGroup = '', kind = '', name = '' } = source;
  if (name === '') problems.required('claim-source', path.child('name'), 'a source has a name');
  if (kind === '') problems.required('claim-source', path.child('kind'), 'a source has a kind');
  if (apiGroup === '') {
    if (kind !== 'PersistentVolumeClaim') {
      problems.invalid('claim-source', path, kind, 'without an apiGroup the kind must be "PersistentVolumeClaim"');
    }
  } else {
    checkDnsSubdomain(problems, apiGroup, path.child('apiGroup'));
  }
}

function isSameSource(one: Partial<TypedObjectReference>, other: Partial<TypedObjectReference>): boolean {
  return one.apiGroup === other.apiGroup && one.kind === other.kind && one.name === other.name;
}

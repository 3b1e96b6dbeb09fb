import type { ObjectFieldSelector, ResourceFieldSelector } from '../api/env';
import type { FieldPath } from '../field-path';
import { checkQualifiedName } from './name-checks';
import { gateIsOn, type PodScope } from './pod-scope';
import { canonicalQuantity } from './quantity-checks';
import { requireText } from './value-checks';

/** The fields of a Pod that a variable can show, labels and annotations aside, which need a key. */
export const ENV_FIELDS: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** The fields of a Pod that a file in a volume can show: its names, labels and annotations. */
export const FILE_FIELDS: readonly string[] = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];

/** Fields that the API can name but that neither a variable nor a file shows. */
const OTHER_FIELDS = ['spec.host', 'spec.restartPolicy', 'spec.schedulerName', 'status.phase'];

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];
const RESOURCE_FIELDS = ['limits', 'requests'].flatMap((list) => RESOURCES.map((name) => `${list}.${name}`));
const CPU_DIVISORS = ['1m', '1'];
const BYTE_DIVISORS = '1 1k 1M 1G 1T 1P 1E 1Ki 1Mi 1Gi 1Ti 1Pi 1Ei'.split(' ');

/** A field of the Pod, shown as a variable or a file; `allowed` says which ones can be. */
export function validateFieldRef(
  scope: PodScope,
  ref: ObjectFieldSelector,
  allowed: readonly string[],
  path: FieldPath,
): void {
  const at = path.child('fieldPath');
  if (!ref.fieldPath) {
    requireText(scope.problems, ref.fieldPath, at, 'the field to show, such as metadata.name');
    return;
  }
  if (ref.apiVersion && ref.apiVersion !== 'v1') {
    scope.problems.invalid('field-ref-version', at, ref.fieldPath, `apiVersion must be v1, not ${ref.apiVersion}`);
    return;
  }
  const subscripted = /^(?<field>.+?)\['(?<key>.*)'\]$/s.exec(ref.fieldPath)?.groups;
  if (subscripted) validateSubscript(scope, subscripted, ref.fieldPath, path);
  else validateField(scope, ref.fieldPath, allowed, at);
}

/** A request or limit of a container, shown as a variable, or as a file, which must name the container. */
export function validateResourceFieldRef(
  scope: PodScope,
  ref: ResourceFieldSelector,
  path: FieldPath,
  inFile = false,
): void {
  if (inFile && !ref.containerName) {
    requireText(
      scope.problems,
      ref.containerName,
      path.child('containerName'),
      'the container whose resource is shown',
    );
  } else if (!ref.resource) {
    requireText(scope.problems, ref.resource, path.child('resource'), 'the resource to show, such as limits.memory');
  } else if (!RESOURCE_FIELDS.includes(ref.resource) && !isHugePages(ref.resource)) {
    scope.problems.notSupported('resource-field', path.child('resource'), ref.resource, RESOURCE_FIELDS);
  }
  validateDivisor(scope, ref, path.child('divisor'));
}

function validateSubscript(
  scope: PodScope,
  { field, key = '' }: Readonly<Record<string, string>>,
  fieldPath: string,
  path: FieldPath,
): void {
  if (field === 'metadata.labels') checkQualifiedName(scope.problems, key, path);
  else if (field === 'metadata.annotations') checkQualifiedName(scope.problems, key.toLowerCase(), path);
  else {
    const detail = "only metadata.labels['…'] and metadata.annotations['…'] take a key";
    scope.problems.invalid('field-ref-path', path.child('fieldPath'), fieldPath, detail);
  }
}

function validateField(scope: PodScope, field: string, allowed: readonly string[], path: FieldPath): void {
  const shown = gateIsOn(scope, 'podHostIPs') ? allowed : allowed.filter((name) => name !== 'status.hostIPs');
  if (shown.includes(field) || (field === 'spec.host' && shown.includes('spec.nodeName'))) return;
  if ([...ENV_FIELDS, ...FILE_FIELDS, ...OTHER_FIELDS].includes(field)) {
    scope.problems.notSupported('field-ref-path', path, field, shown);
  } else {
    scope.problems.invalid('field-ref-path', path, field, `is not a field that can be shown: use ${shown.join(', ')}`);
  }
}

function validateDivisor(scope: PodScope, ref: ResourceFieldSelector, path: FieldPath): void {
  const divisor = canonicalQuantity(ref.divisor);
  if (divisor === undefined || divisor === '0') return;
  const allowed = divisorsOf(ref.resource);
  if (allowed === undefined || allowed.includes(divisor)) return;
  scope.problems.invalid('resource-divisor', path, ref.divisor, `must be one of ${allowed.join(', ')}`);
}

function divisorsOf(resource: string | undefined): readonly string[] | undefined {
  if (resource === 'limits.cpu' || resource === 'requests.cpu') return CPU_DIVISORS;
  return resource && (RESOURCE_FIELDS.includes(resource) || isHugePages(resource)) ? BYTE_DIVISORS : undefined;
}

function isHugePages(resource: string): boolean {
  return resource.startsWith('limits.hugepages-') || resource.startsWith('requests.hugepages-');
}

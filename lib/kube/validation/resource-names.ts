import type { FieldPath } from '../field-path';
import { labelKeyComplaints } from '../names';
import type { ProblemList } from '../problem-list';
import { tryQuantity, type QuantityValue } from '../quantity';
import { checkQualifiedName } from './name-checks';

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];
const COUNTED = [
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
];
/** Names without a domain that the API knows at all; what a container can ask for are only the first ones. */
const STANDARD = new Set([
  ...COMPUTE,
  ...COMPUTE.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  ...COUNTED,
  'storage',
  'requests.storage',
]);
const HUGE_PAGES = 'hugepages-';
const POD_LEVEL = ['cpu', 'memory'];

/** A resource that a container can request: cpu, memory, ephemeral-storage, huge pages, or a device's full name. */
export function checkContainerResourceName(problems: ProblemList, name: string, path: FieldPath): void {
  if (COMPUTE.includes(name) || !checkResourceName(problems, name, path)) return;
  if (!name.includes('/')) {
    if (isHugePages(name)) return;
    const detail = `must be ${COMPUTE.join(', ')}, ${HUGE_PAGES}<size>, or a name with a domain`;
    problems.invalid('resource-name', path, name, detail);
  } else if (!isNative(name) && !isExtendedResource(name)) {
    problems.invalid('resource-name', path, name, 'must be the name of an extended resource: domain/name');
  }
}

/** A resource that a Pod can request as a whole: cpu, memory and huge pages. */
export function checkPodResourceName(problems: ProblemList, name: string, path: FieldPath): void {
  if (!checkResourceName(problems, name, path) || isPodLevelResource(name)) return;
  problems.notSupported('resource-name', path, name, [...POD_LEVEL, HUGE_PAGES]);
}

/** Whether a resource can be requested for a Pod as a whole. */
export function isPodLevelResource(name: string): boolean {
  return POD_LEVEL.includes(name) || isHugePages(name);
}

/** Whether a resource is memory in pages of a fixed larger size. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** The size of a page, as the resource's name says, if it is a size. */
export function pageSizeOf(name: string): QuantityValue | undefined {
  const size = tryQuantity(name.slice(HUGE_PAGES.length));
  return size !== undefined && size.sign() > 0 && size.isWhole() ? size : undefined;
}

/** Whether a resource comes in whole pieces only, such as devices. */
export function isWholeResource(name: string): boolean {
  return COUNTED.includes(name) || isExtendedResource(name);
}

/** Whether more of a resource can be promised as a limit than is requested. */
export function canOvercommit(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

function isExtendedResource(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && labelKeyComplaints(`requests.${name}`).length === 0;
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

function checkResourceName(problems: ProblemList, name: string, path: FieldPath): boolean {
  if (!checkQualifiedName(problems, name, path)) return false;
  if (name.includes('/') || STANDARD.has(name) || isHugePages(name) || name.startsWith(`requests.${HUGE_PAGES}`)) {
    return true;
  }
  problems.invalid('resource-name', path, name, 'must be a standard resource or have a domain, as in example.com/gpu');
  return false;
}

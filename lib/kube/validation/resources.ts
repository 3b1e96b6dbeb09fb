import type { ResourceRequirements } from '../api/resources';
import type { Quantity } from '../api/scalars';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { QuantityValue } from '../quantity';
import { gateIsOn, type PodScope } from './pod-scope';
import { checkQuantity, readQuantity } from './quantity-checks';
import { validateClaimReferences } from './resource-claims';
import { canOvercommit, checkContainerResourceName, isHugePages, isWholeResource, pageSizeOf } from './resource-names';

type NameCheck = (problems: ProblemList, name: string, path: FieldPath) => void;
type ResourceList = Readonly<Record<string, Quantity>>;

/** What a container asks for and may use at most, and the devices it takes from the Pod's claims. */
export function validateContainerResources(scope: PodScope, resources: ResourceRequirements, path: FieldPath): void {
  validateResources(scope.problems, resources, checkContainerResourceName, path);
  if (resources.claims != null && gateIsOn(scope, 'resourceClaims')) {
    validateClaimReferences(scope, resources.claims, path.child('claims'));
  }
}

/** What the Pod takes beside its containers. The server judges it as a list of limits, and says so in its paths. */
export function validateOverhead(scope: PodScope, overhead: ResourceList, path: FieldPath): void {
  validateResources(scope.problems, { limits: overhead }, checkContainerResourceName, path);
}

/** Requests and limits: known names, sound amounts, no request over its limit. */
export function validateResources(
  problems: ProblemList,
  { limits = {}, requests = {} }: ResourceRequirements,
  checkName: NameCheck,
  path: FieldPath,
): void {
  const limitsPath = path.child('limits');
  const requestsPath = path.child('requests');
  for (const [name, quantity] of Object.entries(limits)) {
    const at = limitsPath.key(name);
    checkName(problems, name, at);
    checkAmount(problems, name, quantity, at);
  }
  for (const [name, quantity] of Object.entries(requests)) {
    const at = requestsPath.key(name);
    checkName(problems, name, at);
    const amount = checkAmount(problems, name, quantity, at);
    if (amount !== undefined && quantity !== limits[name]) checkAgainstLimit(problems, name, amount, limits, path);
  }
  const asksForMore = [limits, requests].some((list) => Object.hasOwn(list, 'cpu') || Object.hasOwn(list, 'memory'));
  if (!asksForMore && [...Object.keys(limits), ...Object.keys(requests)].some(isHugePages)) {
    problems.forbidden('hugepages-alone', path, 'huge pages need a request or limit of cpu or memory beside them');
  }
}

function checkAmount(
  problems: ProblemList,
  name: string,
  quantity: Quantity,
  path: FieldPath,
): QuantityValue | undefined {
  const amount = checkQuantity(problems, quantity, path);
  if (amount === undefined) return undefined;
  if (amount.sign() < 0) problems.invalid('negative-quantity', path, quantity, 'must be 0 or more');
  if (isWholeResource(name) && amount.milliValue() % 1000n !== 0n) {
    problems.invalid('whole-quantity', path, quantity, 'must be a whole number: this resource cannot be divided');
  }
  if (isHugePages(name)) checkPages(problems, name, amount, path);
  return amount;
}

function checkPages(problems: ProblemList, name: string, amount: QuantityValue, path: FieldPath): void {
  const size = pageSizeOf(name);
  if (size !== undefined && amount.value() % size.value() === 0n) return;
  problems.invalid('hugepages-size', path, amount.toString(), `must be a multiple of the page size that ${name} names`);
}

/** The server reports a request over its limit at the list of requests. */
function checkAgainstLimit(
  problems: ProblemList,
  name: string,
  amount: QuantityValue,
  limits: ResourceList,
  path: FieldPath,
): void {
  const limit = Object.hasOwn(limits, name) ? readQuantity(limits[name]) : undefined;
  if (limit === undefined) {
    if (canOvercommit(name) || Object.hasOwn(limits, name)) return;
    problems.required('limit-required', path.child('limits'), `a limit of ${name}, which cannot be overcommitted`);
  } else if (!canOvercommit(name) && !amount.equals(limit)) {
    const detail = `the request of ${name} must equal its limit of ${limit.toString()}: it cannot be overcommitted`;
    problems.invalid('request-not-limit', path.child('requests'), amount.toString(), detail);
  } else if (amount.compare(limit) > 0) {
    const detail = `the request of ${name} must not exceed its limit of ${limit.toString()}`;
    problems.invalid('request-over-limit', path.child('requests'), amount.toString(), detail);
  }
}

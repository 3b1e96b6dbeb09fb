import type { Container } from '../api/container';
import type { ResourceRequirements } from '../api/resources';
import type { FieldPath } from '../field-path';
import type { QuantityValue } from '../quantity';
import type { PodScope } from './pod-scope';
import { amountsOf, type Amounts } from './quantity-checks';
import { validateClaimReferences } from './resource-claims';
import { checkPodResourceName, isPodLevelResource } from './resource-names';
import { validateResources } from './resources';

/** Resources of the Pod as a whole: what its containers request must fit in, and none may have a higher limit. */
export function validatePodResources(scope: PodScope, resources: ResourceRequirements, path: FieldPath): void {
  const { problems, spec } = scope;
  if (resources.claims != null) {
    problems.forbidden('pod-level-claims', path.child('claims'), 'claims are for containers, not for the Pod');
  }
  validateResources(problems, resources, checkPodResourceName, path);
  validateClaimReferences(scope, resources.claims ?? [], path.child('claims'));
  validateRequests(scope, resources, path.child('requests'));
  (spec.containers ?? []).forEach((container, position) => {
    validateLimits(scope, container, resources, path.child('containers').index(position));
  });
}

function validateRequests({ problems, spec }: PodScope, resources: ResourceRequirements, path: FieldPath): void {
  const whole = amountsOf(resources.requests);
  for (const [name, sum] of containerRequests(spec.containers ?? [], spec.initContainers ?? [])) {
    if (!isPodLevelResource(name)) continue;
    const amount = whole.get(name);
    if (amount === undefined ? sum.sign() <= 0 : sum.compare(amount) <= 0) continue;
    const detail = `must be at least what the containers request together, ${sum.toString()}`;
    problems.invalid('pod-request-below-containers', path.key(name), amount?.toString() ?? '0', detail);
  }
}

function validateLimits(
  { problems }: PodScope,
  container: Container,
  resources: ResourceRequirements,
  path: FieldPath,
): void {
  const whole = amountsOf(resources.limits);
  for (const [name, limit] of amountsOf(container.resources?.limits)) {
    const most = whole.get(name);
    if (most === undefined || limit.compare(most) <= 0) continue;
    const detail = `must not exceed the limit of the Pod, ${most.toString()}`;
    problems.invalid('limit-over-pod-limit', path.key(name).child('limits'), limit.toString(), detail);
  }
}

/** What the scheduler has to find for the containers: the larger of what runs together and what starts up. */
function containerRequests(containers: readonly Container[], initContainers: readonly Container[]): Amounts {
  let running = containers.map(requestsOf).reduce(sum, new Map());
  let sidecars: Amounts = new Map();
  let starting: Amounts = new Map();
  for (const container of initContainers) {
    const requests = requestsOf(container);
    const started = sum(sidecars, requests);
    if (container.restartPolicy === 'Always') {
      running = sum(running, requests);
      sidecars = started;
    }
    starting = combine(starting, started, (one, other) => (one.compare(other) < 0 ? other : one));
  }
  return combine(running, starting, (one, other) => (one.compare(other) < 0 ? other : one));
}

function requestsOf(container: Container): Amounts {
  return amountsOf(container.resources?.requests);
}

function sum(one: Amounts, other: Amounts): Amounts {
  return combine(one, other, (left, right) => left.plus(right));
}

function combine(
  one: Amounts,
  other: Amounts,
  merge: (left: QuantityValue, right: QuantityValue) => QuantityValue,
): Amounts {
  const merged = new Map(one);
  for (const [name, amount] of other) {
    const present = merged.get(name);
    merged.set(name, present === undefined ? amount : merge(present, amount));
  }
  return merged;
}

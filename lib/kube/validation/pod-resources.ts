import type { Container } from '../api/container';
import type { ResourceRequirements } from '../api/resources';
import type { FieldPath } from '../field-path';
import { aggregate, amountOf, amountsOf } from '../resources';
import type { PodScope } from './pod-scope';
import { validateClaimReferences } from './resource-claims';
import { checkPodResourceName, isHugePages, isPodLevelResource } from './resource-names';
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
  validateHugePages(scope, resources, path.child('limits'));
  (spec.containers ?? []).forEach((container, position) => {
    validateLimits(scope, container, resources, path.child('containers').index(position));
  });
}

/** The server fills in what the Pod could request itself where it can; what is then missing counts as nothing. */
function validateRequests({ problems, spec }: PodScope, resources: ResourceRequirements, path: FieldPath): void {
  const whole = amountsOf(resources.requests);
  for (const [name, sum] of aggregate({ containers: [], ...spec }, 'requests').total) {
    const amount = amountOf(whole, name);
    if (!isPodLevelResource(name) || sum.compare(amount) <= 0) continue;
    const detail = `must be at least what the containers request together, ${sum.toString()}`;
    problems.invalid('pod-request-below-containers', path.key(name), amount.toString(), detail);
  }
}

/** Huge pages cannot be overcommitted, so that the limit of the Pod has to hold those of all its containers. */
function validateHugePages({ problems, spec }: PodScope, resources: ResourceRequirements, path: FieldPath): void {
  const { total } = aggregate({ containers: [], ...spec }, 'limits');
  for (const [name, amount] of amountsOf(resources.limits)) {
    const sum = total.get(name);
    if (!isHugePages(name) || sum === undefined || sum.compare(amount) <= 0) continue;
    const detail = `must be at least the limits of the containers together, ${sum.toString()}`;
    problems.invalid('pod-limit-below-containers', path.key(name), amount.toString(), detail);
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

import type { PodResourceClaim, ResourceClaim } from '../api/resources';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { checkDnsLabel, checkDnsSubdomain } from './name-checks';
import type { PodScope } from './pod-scope';
import { requireText } from './value-checks';

/** The claims of a Pod: each names a claim that exists or a template to make one from. */
export function validatePodResourceClaims(
  problems: ProblemList,
  claims: readonly PodResourceClaim[],
  path: FieldPath,
): void {
  const names = new Set<string>();
  claims.forEach((claim, position) => {
    const at = path.index(position);
    const { name, resourceClaimName, resourceClaimTemplateName } = claim;
    if (!name) requireText(problems, name, at.child('name'), 'the name that containers refer to');
    else if (names.has(name)) {
      problems.duplicate('duplicate-name', at.child('name'), name, 'claim names are unique in a Pod');
    } else {
      checkDnsLabel(problems, name, at.child('name'));
      names.add(name);
    }
    if ((resourceClaimName == null) === (resourceClaimTemplateName == null)) {
      const detail = 'must have one of resourceClaimName and resourceClaimTemplateName';
      problems.invalid('resource-claim-sources', at, claim, detail);
    }
    if (resourceClaimName != null) checkDnsSubdomain(problems, resourceClaimName, at.child('resourceClaimName'));
    if (resourceClaimTemplateName != null) {
      checkDnsSubdomain(problems, resourceClaimTemplateName, at.child('resourceClaimTemplateName'));
    }
  });
}

/** What a container takes from the Pod's claims: a whole claim or single requests of it, nothing twice. */
export function validateClaimReferences(scope: PodScope, claims: readonly ResourceClaim[], path: FieldPath): void {
  const { problems, claimNames } = scope;
  const taken: ResourceClaim[] = [];
  claims.forEach((claim, position) => {
    const at = path.index(position);
    if (!claim.name) {
      requireText(problems, claim.name, at, 'the name of a claim under spec.resourceClaims');
      return;
    }
    if (claim.request) checkDnsLabel(problems, claim.request, at.child('request'));
    if (taken.some((earlier) => overlaps(earlier, claim))) {
      problems.duplicate('duplicate-name', at, claim.name, 'this claim, or this request of it, is taken already');
    }
    taken.push(claim);
    if (!claimNames.has(claim.name)) {
      problems.notFound('unknown-claim', at, claim.name, 'must be a name under spec.resourceClaims');
    }
  });
}

function overlaps(one: ResourceClaim, other: ResourceClaim): boolean {
  return one.name === other.name && (!one.request || !other.request || one.request === other.request);
}

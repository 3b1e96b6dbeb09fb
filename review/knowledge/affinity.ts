import type { NodeSelectorTerm, PodAffinityTerm, Toleration } from '../../lib/kube/api/scheduling';
import type { FieldPath } from '../../lib/kube/field-path';
import type { Workload } from '../workload';

/** A term of Pod affinity or anti-affinity with its place. */
export interface PlacedTerm {
  readonly term: PodAffinityTerm;
  readonly path: FieldPath;
  readonly isHard: boolean;
}

/** The terms by which Pods seek others, or keep away from them; the hard ones first. */
export function podTermsOf({ spec, specPath }: Workload, kind: 'podAffinity' | 'podAntiAffinity'): PlacedTerm[] {
  const affinity = spec.affinity?.[kind] ?? {};
  const path = specPath.child('affinity').child(kind);
  const hard = affinity.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const soft = affinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return [
    ...hard.map((term, position) => ({
      term,
      path: path.child('requiredDuringSchedulingIgnoredDuringExecution').index(position),
      isHard: true,
    })),
    ...soft.map(({ podAffinityTerm }, position) => ({
      term: podAffinityTerm,
      path: path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position).child('podAffinityTerm'),
      isHard: false,
    })),
  ];
}

/** Whether a term speaks of Pods of the workload's own namespace alone. */
export function isOfOwnNamespace(
  { namespaceSelector, namespaces = [] }: PodAffinityTerm,
  { entity }: Workload,
): boolean {
  if (namespaceSelector !== undefined) return false;
  return namespaces.length === 0 || (namespaces.length === 1 && namespaces[0] === entity.identity.namespace);
}

/** The labels that a node must have, by hard rules alone, besides those of every node. */
export function demandedLabels({ spec }: Workload): readonly string[] {
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const keys = [...Object.keys(spec.nodeSelector ?? {}), ...terms.flatMap(keysOf)];
  return [...new Set(keys)].filter((key) => !OF_EVERY_NODE.test(key));
}

/** Whether a toleration is for a state of a node, or for what Kubernetes itself marks nodes with. */
export function isOfState({ key = '' }: Toleration): boolean {
  return /^([a-z.-]*\.)?kubernetes\.io\/|not-?ready|unreachable|uninitialized|pressure|^CriticalAddonsOnly$/.test(key);
}

/** Whether a Pod asks for a device such as `nvidia.com/gpu`, which only some nodes have. */
export function asksForDevice({ containers, spec }: Workload): boolean {
  const asked = containers.flatMap(({ container: { resources } }) => [
    ...Object.keys(resources?.limits ?? {}),
    ...Object.keys(resources?.requests ?? {}),
  ]);
  return asked.some((resource) => resource.includes('/')) || (spec.resourceClaims ?? []).length > 0;
}

function keysOf({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm): readonly string[] {
  return [...matchExpressions, ...matchFields].map(({ key }) => key);
}

/** The system and the architecture that an image is built for say enough. */
const OF_EVERY_NODE = /^(beta\.)?kubernetes\.io\/(os|arch)$/;

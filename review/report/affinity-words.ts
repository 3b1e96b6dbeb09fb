import type { NodeSelectorTerm, PodAffinityTerm, TopologySpreadConstraint } from '../../lib/kube/api/scheduling';
import { requirementText, selectorText } from './requirement-words';
import { code, count, list, names } from './words';

/** What one term asks of a node: all of its requirements; a term without any matches no node. */
export function termText({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm): string {
  const parts = [...matchExpressions.map(requirementText), ...matchFields.map(fieldText)];
  return parts.length === 0 ? 'nothing, which no node satisfies' : list(parts);
}

/** The Pods that a term of Pod affinity speaks of, and where they are: `Pods with app=a on the same node`. */
export function podTermText(term: PodAffinityTerm, ownNamespace: string | undefined): string {
  const { labelSelector, matchLabelKeys = [], mismatchLabelKeys = [], topologyKey } = term;
  const selector = labelSelector === undefined ? '' : selectorText(labelSelector);
  const pods = selector === '' ? 'Pods' : `Pods with ${selector}`;
  const same = matchLabelKeys.length === 0 ? '' : ` and its own ${names(matchLabelKeys)}`;
  const other = mismatchLabelKeys.length === 0 ? '' : ` and another ${names(mismatchLabelKeys)}`;
  return `${pods}${same}${other}${namespacesText(term, ownNamespace)} ${onSame(topologyKey)}`;
}

/** How Pods are spread: `over zones (topology.kubernetes.io/zone), at most 1 more in one than in another`. */
export function spreadText({ maxSkew, minDomains, topologyKey }: TopologySpreadConstraint): string {
  const least = minDomains === undefined ? '' : `, of which there must be at least ${minDomains}`;
  return `spread over every ${domainText(topologyKey)}${least}: at most ${count(maxSkew, 'Pod')} more in one than in the emptiest`;
}

function onSame(topologyKey: string): string {
  const domain = domainText(topologyKey);
  return `${domain === 'node' ? 'on' : 'in'} the same ${domain}`;
}

/** What the nodes that share a value of a label are to each other. */
export function domainText(key: string): string {
  const name = DOMAINS.get(key);
  return name ?? `${code(key)} domain`;
}

function fieldText({ key, operator, values = [] }: NonNullable<NodeSelectorTerm['matchFields']>[number]): string {
  if (key !== 'metadata.name') return requirementText({ key, operator, values });
  return `the name ${operator === 'NotIn' ? 'not ' : ''}${names(values, 'or')}`;
}

function namespacesText(
  { namespaceSelector, namespaces = [] }: PodAffinityTerm,
  ownNamespace: string | undefined,
): string {
  if (namespaceSelector !== undefined) {
    const selector = selectorText(namespaceSelector);
    return selector === ''
      ? ' of any namespace'
      : ` of namespaces with ${selector}${namespaces.length > 0 ? ` or named ${names(namespaces, 'or')}` : ''}`;
  }
  const isOwn = namespaces.length === 0 || (namespaces.length === 1 && namespaces[0] === ownNamespace);
  return isOwn ? '' : ` of namespace ${names(namespaces, 'or')}`;
}

const DOMAINS: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/hostname', 'node'],
  ['topology.kubernetes.io/zone', 'zone'],
  ['failure-domain.beta.kubernetes.io/zone', 'zone'],
  ['topology.kubernetes.io/region', 'region'],
  ['failure-domain.beta.kubernetes.io/region', 'region'],
]);

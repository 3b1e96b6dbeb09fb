import { FieldPath } from '../../lib/kube/field-path';
import { isMap } from '../../lib/kube/schema/walk';
import { fieldOf, listOf } from '../entity';
import { isExplained } from '../knowledge/reason';
import type { ObjectRule } from '../rule';

/** An empty rule allows everything, and policies add up. */
export const noOpenNetworkPolicy: ObjectRule = {
  id: 'no-open-network-policy',
  about: 'object',
  kinds: ['NetworkPolicy'],
  severity: 'warning',
  title: 'A NetworkPolicy says who may come in',
  consequence: 'Every other policy for these Pods is without effect, since what one of them allows is allowed.',
  fix: 'Name the Pods, namespaces or networks under `from`, and the ports, or say beside the rule why all may come.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#allow-all-ingress-traffic',
  *check(policy) {
    for (const [position, rule] of listOf(policy.read('spec', 'ingress')).entries()) {
      const path = FieldPath.of('spec').child('ingress').index(position);
      const sources = listOf(fieldOf(rule, 'from'));
      const ports = listOf(fieldOf(rule, 'ports'));
      const isOpen = sources.length === 0 || sources.some(isEverybody);
      if (!isOpen || ports.length > 0 || isExplained({ entity: policy }, path)) continue;
      yield { path, found: 'The rule lets everybody in, on every port.' };
    }
  },
};

function isEverybody(source: unknown): boolean {
  const block = fieldOf(source, 'ipBlock');
  if (block !== undefined)
    return /^(0\.0\.0\.0|::)\/0$/.test(String(fieldOf(block, 'cidr'))) && fieldOf(block, 'except') === undefined;
  const namespaces = fieldOf(source, 'namespaceSelector');
  const pods = fieldOf(source, 'podSelector');
  return isEmpty(namespaces) && (pods === undefined || isEmpty(pods));
}

function isEmpty(selector: unknown): boolean {
  return isMap(selector) && Object.keys(selector).length === 0;
}

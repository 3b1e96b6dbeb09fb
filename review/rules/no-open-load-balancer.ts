import { FieldPath } from '../../lib/kube/field-path';
import { listOf, type Entity } from '../entity';
import { isExplained } from '../knowledge/reason';
import type { ObjectRule } from '../rule';

/** Clouds give a load balancer to the whole Internet, unless they are told otherwise. */
export const noOpenLoadBalancer: ObjectRule = {
  id: 'no-open-load-balancer',
  about: 'object',
  kinds: ['Service'],
  severity: 'info',
  title: 'Load balancers say who may use them',
  consequence: 'Most clouds give it a public address, on which anybody may call the program.',
  fix: 'Write `loadBalancerSourceRanges`, or say beside the field that the program is for everybody.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
  *check(service) {
    const path = FieldPath.of('spec').child('loadBalancerSourceRanges');
    if (service.read('spec', 'type') !== 'LoadBalancer' || isLimited(service)) return;
    if (isExplained({ entity: service }, path) || isExplained({ entity: service }, FieldPath.of('spec').child('type')))
      return;
    yield { path, found: `Service \`${service.identity.name}\` asks for a load balancer and does not say for whom.` };
  },
};

/** Annotations tell a cloud that it is for its own network, or which addresses may come. */
function isLimited(service: Entity): boolean {
  if (listOf(service.read('spec', 'loadBalancerSourceRanges')).length > 0) return true;
  return Object.entries(service.annotations).some(
    ([key, value]) =>
      /internal|source-ranges|scheme|load-balancer-type|address-pool|loadBalancerIPs/i.test(key) &&
      value !== 'false' &&
      value !== 'internet-facing',
  );
}

import { FieldPath } from '../../lib/kube/field-path';
import { listOf } from '../entity';
import { isExplained } from '../knowledge/reason';
import { names } from '../report/words';
import type { ObjectRule } from '../rule';

/** Every node takes traffic for these addresses, whoever they belong to. */
export const noExternalIps: ObjectRule = {
  id: 'no-external-ips',
  about: 'object',
  kinds: ['Service'],
  severity: 'warning',
  title: 'Services take no addresses of their own',
  consequence: 'Traffic for these addresses goes to the Pods of this Service, even where they belong to somebody else.',
  fix: 'Use `type: LoadBalancer`, or an Ingress or a Gateway, which give out addresses that nobody has yet.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
  *check(service) {
    const path = FieldPath.of('spec').child('externalIPs');
    const addresses = listOf(service.read('spec', 'externalIPs'));
    if (addresses.length === 0 || isExplained({ entity: service }, path)) return;
    yield { path, found: `The Service claims ${names(addresses.map(String))}.` };
  },
};

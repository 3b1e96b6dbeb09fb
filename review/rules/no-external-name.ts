import { FieldPath } from '../../lib/kube/field-path';
import { isExplained } from '../knowledge/reason';
import type { ObjectRule } from '../rule';

/** An alias of DNS, which knows no ports, no names of hosts and no certificates. */
export const noExternalName: ObjectRule = {
  id: 'no-external-name',
  about: 'object',
  kinds: ['Service'],
  severity: 'info',
  title: 'Names outside the cluster are called by their own name',
  consequence:
    'Clients call a name that the other side does not know: its certificate does not fit, and neither does the host of HTTP.',
  fix: 'Give the name outside to the program in its configuration, or say beside the field why the alias is needed.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  *check(service) {
    const path = FieldPath.of('spec').child('externalName');
    const name = service.read('spec', 'externalName');
    if (service.read('spec', 'type') !== 'ExternalName' || typeof name !== 'string') return;
    // An alias of another namespace of the same cluster is known by its name there.
    if (/\.svc(\.cluster\.local)?\.?$/.test(name) || isExplained({ entity: service }, path)) return;
    yield { path, found: `The Service is an alias of \`${name}\`.` };
  },
};

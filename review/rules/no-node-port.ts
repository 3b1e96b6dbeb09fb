import { FieldPath } from '../../lib/kube/field-path';
import { isExplained } from '../knowledge/reason';
import type { ObjectRule } from '../rule';

/** A port of every node is open wherever a node can be reached. */
export const noNodePort: ObjectRule = {
  id: 'no-node-port',
  about: 'object',
  kinds: ['Service'],
  severity: 'warning',
  title: 'Services do not open a port on every node',
  consequence: 'Whoever reaches a node reaches the program, past the Ingress, its TLS and its rules.',
  fix: 'Write `type: ClusterIP` and lead clients through an Ingress or a Gateway, or say beside the field who needs the port.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
  *check(service) {
    const path = FieldPath.of('spec').child('type');
    if (service.read('spec', 'type') !== 'NodePort' || isExplained({ entity: service }, path)) return;
    yield { path, found: `Service \`${service.identity.name}\` has a port on every node.` };
  },
};

import { validIngressBackend } from '../../../review/rules/valid-ingress-backend';
import { service } from '../kinds';
import { describeRule } from '../rule-cases';
import { ingress } from '../surroundings';

describeRule(validIngressBackend, {
  passes: {
    'a port by its number': [service(), ingress()],
    'a Service that is elsewhere': [ingress()],
    'a port of a controller': [
      service(),
      ingress({ defaultBackend: { service: { name: 'redirect', port: { name: 'use-annotation' } } } }),
    ],
    'no Service at all': [
      service(),
      ingress({ rules: [], defaultBackend: { resource: { kind: 'Bucket', name: 'a' } } }),
    ],
  },
  fails: {
    'another name': [
      [service(), ingress({ rules: [], defaultBackend: { service: { name: 'apo', port: { number: 80 } } } })],
      ['spec.defaultBackend.service.name'],
    ],
    'another number': [
      [service({ ports: [{ port: 8080 }] }), ingress()],
      ['spec.rules[0].http.paths[0].backend.service.port'],
    ],
    'a name that no port has': [
      [service(), ingress({ rules: [], defaultBackend: { service: { name: 'api', port: { name: 'web' } } } })],
      ['spec.defaultBackend.service.port'],
    ],
  },
});

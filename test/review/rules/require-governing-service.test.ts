import { requireGoverningService } from '../../../review/rules/require-governing-service';
import { service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { statefulSet } from '../surroundings';

describeRule(requireGoverningService, {
  passes: {
    'a headless Service': [statefulSet(), service({ clusterIP: 'None' })],
    'a Service that is elsewhere': [statefulSet()],
    'a Deployment': [deployment()],
  },
  fails: {
    'no name': [[statefulSet({ serviceName: undefined })], ['spec.serviceName']],
    'another name than that of its Service': [
      [statefulSet({ serviceName: 'nodes' }), service({ clusterIP: 'None' })],
      ['spec.serviceName'],
    ],
    'a Service for others': [
      [statefulSet(), service({ clusterIP: 'None', selector: { app: 'other' } })],
      ['spec.serviceName'],
    ],
    'a Service with an address': [[statefulSet(), service()], ['spec.serviceName']],
  },
});

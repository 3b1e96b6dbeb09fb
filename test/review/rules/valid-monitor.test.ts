import { validMonitor } from '../../../review/rules/valid-monitor';
import { service, type Fields } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

const matchLabels = { 'app.kubernetes.io/name': 'api' };
const monitor = (kind: 'PodMonitor' | 'ServiceMonitor', spec: Fields) =>
  neighbour('monitoring.coreos.com/v1', kind, { spec: { selector: { matchLabels }, ...spec } });
const ofService = (spec: Fields = {}) => monitor('ServiceMonitor', { endpoints: [{ port: 'metrics' }], ...spec });
const ofPods = (spec: Fields = {}) => monitor('PodMonitor', { podMetricsEndpoints: [{ port: 'http' }], ...spec });

const labelled = (labels: Fields, ...names: string[]) => ({
  ...service({ ports: names.map((name, position) => ({ name, port: 9090 + position })) }),
  metadata: { name: 'api', namespace: 'shop', labels },
});
const nobody = { matchLabels: { 'app.kubernetes.io/name': 'mail' } };

describeRule(validMonitor, {
  passes: {
    'a port of a Service': [ofService(), labelled(matchLabels, 'http', 'metrics')],
    'a port of Pods': [ofPods(), deployment()],
    'a port by its number': [ofService({ endpoints: [{ targetPort: 9090 }] }), labelled(matchLabels, 'http')],
    'Services that are not reviewed': [ofService(), deployment()],
    'Pods that are not reviewed': [ofPods()],
    'all Services': [ofService({ selector: {} }), labelled({}, 'metrics')],
    'another namespace': [ofService({ namespaceSelector: { any: true } }), labelled({}, 'http')],
    'one of two Services': [
      ofService(),
      labelled(matchLabels, 'metrics'),
      { ...labelled(matchLabels, 'http'), metadata: { name: 'web', namespace: 'shop', labels: matchLabels } },
    ],
    'a selector that cannot be read': [ofService({ selector: 7 }), labelled({}, 'http')],
    'a kind of somebody else': [
      neighbour('example.com/v1', 'ServiceMonitor', { spec: { selector: nobody } }),
      labelled({}, 'http'),
    ],
  },
  fails: {
    'a Service with other labels': [[ofService(), labelled({}, 'metrics')], ['spec.selector']],
    'Pods with other labels': [[ofPods({ selector: nobody }), deployment()], ['spec.selector']],
    'a port that no Service has': [[ofService(), labelled(matchLabels, 'http')], ['spec.endpoints[0].port']],
    'a port that no container has': [
      [ofPods({ podMetricsEndpoints: [{ port: 'http' }, { port: 'metrics' }] }), deployment()],
      ['spec.podMetricsEndpoints[1].port'],
    ],
    'a Service whose port has no name': [
      [ofService(), { ...service(), metadata: { name: 'api', namespace: 'shop', labels: matchLabels } }],
      ['spec.endpoints[0].port'],
    ],
  },
});

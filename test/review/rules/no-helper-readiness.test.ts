import { review } from '../../../review';
import { noHelperReadiness } from '../../../review/rules/no-helper-readiness';
import { after, beside, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const readinessProbe = { httpGet: { path: '/', port: 2020 } };

describeRule(noHelperReadiness, {
  passes: {
    'the application': [deployment()],
    'a proxy, without which nothing works': [beside({ image: 'envoyproxy/envoy:v1.32.2', readinessProbe })],
    'an observer that is the application': [deployment({ image: 'fluent/fluent-bit:3.2.4' })],
  },
  fails: {
    'a log shipper': [
      [beside({ image: 'fluent/fluent-bit:3.2.4', readinessProbe })],
      [`${POD}.containers[1].readinessProbe`],
    ],
    'an exporter as a sidecar': [
      [after({ image: 'prom/statsd-exporter:v0.28.0', restartPolicy: 'Always', readinessProbe })],
      [`${POD}.initContainers[0].readinessProbe`],
    ],
  },
});

test('what a helper is may be said beside it', () => {
  const text = 'while it is down, the application goes on and its metrics are missing';
  const remarks = [{ path: `${POD}.containers[1]`, kind: 'role', text }] as const;
  const object = beside({ image: 'registry.example.com/adapter:v1', readinessProbe });
  expect(review([{ object, remarks }], { rules: [noHelperReadiness] }).findings).toHaveLength(1);
  expect(review([{ object }], { rules: [noHelperReadiness] }).findings).toEqual([]);
});

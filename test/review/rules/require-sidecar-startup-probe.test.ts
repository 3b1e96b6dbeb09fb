import { review } from '../../../review';
import { requireSidecarStartupProbe } from '../../../review/rules/require-sidecar-startup-probe';
import { after, beside, POD } from '../kinds';
import { sources } from '../objects';
import { describeRule } from '../rule-cases';

const sidecar = (more: object) => [after({ restartPolicy: 'Always', ...more })];

describeRule(requireSidecarStartupProbe, {
  passes: {
    'a startup probe': sidecar({ startupProbe: { httpGet: { path: '/', port: 8081 } } }),
    'a hook, which is waited for, too': sidecar({ lifecycle: { postStart: { exec: { command: ['wait'] } } } }),
    'an init container': [after({})],
    'a regular container': [beside({})],
  },
  fails: {
    none: [sidecar({}), [`${POD}.initContainers[0].startupProbe`]],
    'readiness, which nobody waits for': [
      sidecar({ readinessProbe: { httpGet: { path: '/', port: 8081 } } }),
      [`${POD}.initContainers[0].startupProbe`],
    ],
  },
});

test.each([
  ['warning', 'registry.example.com/proxy:v1'],
  ['info', 'fluent/fluent-bit:3.2.4'],
])('with a port it is %s for %s', (severity, image) => {
  const objects = sidecar({ image, ports: [{ containerPort: 8081 }] });
  const { findings } = review(sources(...objects), { rules: [requireSidecarStartupProbe] });
  expect(findings.map((finding) => finding.severity)).toEqual([severity]);
});

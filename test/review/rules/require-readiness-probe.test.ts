import { review } from '../../../review';
import { requireReadinessProbe } from '../../../review/rules/require-readiness-probe';
import { beside, CONTAINER, job, ofPod, POD, service } from '../kinds';
import { deployment, soundContainer, sources } from '../objects';
import { describeRule } from '../rule-cases';

const unready = { readinessProbe: undefined };

describeRule(requireReadinessProbe, {
  passes: {
    'a probe behind a Service': [deployment(), service()],
    'a gate': [deployment(unready, { readinessGates: [{ conditionType: 'example.com/ready' }] }), service()],
    'no port and no Service': [deployment({ ...unready, ports: undefined })],
    'a port for metrics alone': [deployment({ ...unready, ports: [{ name: 'metrics', containerPort: 9090 }] })],
    'a Job': [job(unready), service()],
    'a Service that wants Pods before they are ready': [
      deployment(unready),
      service({ publishNotReadyAddresses: true }),
    ],
    'a container beside it that nobody calls': [beside(), service()],
  },
  fails: {
    'a Service and no probe': [[deployment(unready), service()], [`${CONTAINER}.readinessProbe`]],
    'a port and no probe': [[deployment(unready)], [`${CONTAINER}.readinessProbe`]],
    'a probe on another container than the one that is called': [
      [
        ofPod({
          containers: [
            soundContainer(),
            { ...soundContainer(), ...unready, name: 'web', ports: [{ name: 'web', containerPort: 8081 }] },
          ],
        }),
        service({ ports: [{ port: 80, targetPort: 'web' }] }),
      ],
      [`${POD}.containers[1].readinessProbe`],
    ],
  },
});

test.each([
  ['error', [deployment(unready), service()]],
  ['info', [deployment(unready)]],
])('the severity is %s', (severity, objects) => {
  const { findings } = review(sources(...objects), { rules: [requireReadinessProbe] });
  expect(findings.map((finding) => finding.severity)).toEqual([severity]);
});

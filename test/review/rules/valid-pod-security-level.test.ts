import { validPodSecurityLevel } from '../../../review/rules/valid-pod-security-level';
import { POD, ofPod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { namespace } from '../surroundings';

const restricted = namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' });

describeRule(validPodSecurityLevel, {
  passes: {
    'a Pod that it takes': [restricted, deployment()],
    'a level that asks for nothing': [
      namespace({ 'pod-security.kubernetes.io/enforce': 'privileged' }),
      ofPod({ hostPID: true }),
    ],
    'another namespace': [restricted, { ...ofPod({ hostPID: true }), metadata: { name: 'api', namespace: 'office' } }],
    'no label': [namespace(), ofPod({ hostPID: true })],
    'a version that did not ask for it': [
      namespace({
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/enforce-version': 'v1.30',
      }),
      deployment({ readinessProbe: { httpGet: { port: 'http', host: '127.0.0.1' } } }),
    ],
  },
  fails: {
    'a Pod that it refuses': [[restricted, ofPod({ hostPID: true })], [POD]],
  },
});

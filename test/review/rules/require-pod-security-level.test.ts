import { requirePodSecurityLevel } from '../../../review/rules/require-pod-security-level';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { namespace } from '../surroundings';

describeRule(requirePodSecurityLevel, {
  passes: {
    'a level': [namespace({ 'pod-security.kubernetes.io/enforce': 'restricted' })],
    'no Namespace': [deployment()],
  },
  fails: {
    'no label': [[namespace()], ['metadata.labels[pod-security.kubernetes.io/enforce]']],
    'a warning alone': [
      [namespace({ 'pod-security.kubernetes.io/warn': 'restricted' })],
      ['metadata.labels[pod-security.kubernetes.io/enforce]'],
    ],
  },
});

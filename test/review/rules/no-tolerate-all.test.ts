import { noTolerateAll } from '../../../review/rules/no-tolerate-all';
import { POD, ofPod, owned } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(noTolerateAll, {
  passes: {
    'a taint': [ofPod({ tolerations: [{ key: 'dedicated', operator: 'Exists' }] })],
    'an agent of each node': [owned('DaemonSet', {}, { tolerations: [{ operator: 'Exists' }] })],
  },
  fails: {
    'every taint': [[ofPod({ tolerations: [{ operator: 'Exists' }] })], [`${POD}.tolerations[0]`]],
    'every taint of an effect': [
      [ofPod({ tolerations: [{ operator: 'Exists', effect: 'NoExecute' }] })],
      [`${POD}.tolerations[0]`],
    ],
  },
});

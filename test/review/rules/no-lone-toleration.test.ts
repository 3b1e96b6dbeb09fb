import { review } from '../../../review';
import { noLoneToleration } from '../../../review/rules/no-lone-toleration';
import { POD, ofPod, owned } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const payments = { key: 'dedicated', operator: 'Equal', value: 'payments', effect: 'NoSchedule' };

describeRule(noLoneToleration, {
  passes: {
    'a selector beside it': [ofPod({ tolerations: [payments], nodeSelector: { dedicated: 'payments' } })],
    'a state of the node': [ofPod({ tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }] })],
    'a device': [
      deployment(
        { resources: { limits: { 'nvidia.com/gpu': '1' } } },
        { tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }] },
      ),
    ],
    'a DaemonSet': [owned('DaemonSet', {}, { tolerations: [payments] })],
  },
  fails: {
    'nothing that leads there': [[ofPod({ tolerations: [payments] })], [`${POD}.tolerations[0]`]],
  },
});

test('a reason beside it is an answer', () => {
  const remarks = [{ path: `${POD}.tolerations`, kind: 'reason', text: 'somebody has said why' }] as const;
  expect(
    review([{ object: ofPod({ tolerations: [payments] }), remarks }], { rules: [noLoneToleration] }).findings,
  ).toEqual([]);
});

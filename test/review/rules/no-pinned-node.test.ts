import { review } from '../../../review';
import { noPinnedNode } from '../../../review/rules/no-pinned-node';
import { POD, ofPod, pod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noPinnedNode, {
  passes: {
    'the scheduler': [deployment()],
    'a Pod that was read from a cluster': [{ ...pod({}, { nodeName: 'a' }), status: { phase: 'Running' } }],
  },
  fails: {
    'a node': [[ofPod({ nodeName: 'a' })], [`${POD}.nodeName`]],
    'a node for a Pod': [[pod({}, { nodeName: 'a' })], ['spec.nodeName']],
  },
});

test('a reason answers for an experiment', () => {
  const remarks = [{ path: 'spec.nodeName', kind: 'reason', text: 'somebody has said why' }] as const;
  expect(review([{ object: pod({}, { nodeName: 'a' }), remarks }], { rules: [noPinnedNode] }).findings).toEqual([]);
});

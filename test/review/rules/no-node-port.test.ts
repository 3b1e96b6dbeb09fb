import { review } from '../../../review';
import { noNodePort } from '../../../review/rules/no-node-port';
import { service } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(noNodePort, {
  passes: {
    'an address of the cluster': [service()],
    'a load balancer': [service({ type: 'LoadBalancer' })],
  },
  fails: {
    'a port of each node': [[service({ type: 'NodePort' })], ['spec.type']],
  },
});

test('a reason beside it is an answer', () => {
  const remarks = [{ path: 'spec.type', kind: 'reason', text: 'somebody has said why' }] as const;
  expect(review([{ object: service({ type: 'NodePort' }), remarks }], { rules: [noNodePort] }).findings).toEqual([]);
});

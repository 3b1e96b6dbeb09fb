import { review } from '../../../review';
import { noOpenNetworkPolicy } from '../../../review/rules/no-open-network-policy';
import { describeRule } from '../rule-cases';
import { policy } from '../surroundings';

describeRule(noOpenNetworkPolicy, {
  passes: {
    nobody: [policy()],
    'some Pods': [policy({ ingress: [{ from: [{ podSelector: {} }] }] })],
    'everybody, on one port': [policy({ ingress: [{ ports: [{ port: 8080 }] }] })],
    'a network without a part of it': [
      policy({ ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }] }] }),
    ],
  },
  fails: {
    everybody: [[policy({ ingress: [{}] })], ['spec.ingress[0]']],
    'every address': [[policy({ ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] })], ['spec.ingress[0]']],
    'every namespace': [[policy({ ingress: [{ from: [{ namespaceSelector: {} }] }] })], ['spec.ingress[0]']],
  },
});

test('a reason beside the rule is an answer', () => {
  const remarks = [{ path: 'spec.ingress[0]', kind: 'reason', text: 'somebody has said why' }] as const;
  expect(review([{ object: policy({ ingress: [{}] }), remarks }], { rules: [noOpenNetworkPolicy] }).findings).toEqual(
    [],
  );
});

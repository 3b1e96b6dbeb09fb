import { review } from '../../../review';
import { noHostNamespaces } from '../../../review/rules/no-host-namespaces';
import { ofPod, owned, POD } from '../kinds';
import { sources } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noHostNamespaces, {
  passes: {
    none: [ofPod({ hostPID: false })],
  },
  fails: {
    'all of them': [
      [ofPod({ hostIPC: true, hostNetwork: true, hostPID: true })],
      [`${POD}.hostPID`, `${POD}.hostIPC`, `${POD}.hostNetwork`],
    ],
  },
});

test('the network of the node is a warning for an agent', () => {
  const { findings } = review(sources(owned('DaemonSet', {}, { hostNetwork: true })), { rules: [noHostNamespaces] });
  expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
});

test('each says what it shares, and nothing of the others', () => {
  const object = ofPod({ hostIPC: true, hostNetwork: true, hostPID: true });
  const { findings } = review(sources(object), { rules: [noHostNamespaces] });
  const words = ['process', 'memory', 'localhost'];
  expect(findings.map(({ consequence }) => words.filter((word) => consequence.includes(word)))).toEqual([
    ['process'],
    ['memory'],
    ['localhost'],
  ]);
});

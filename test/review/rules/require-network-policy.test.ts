import { requireNetworkPolicy } from '../../../review/rules/require-network-policy';
import { ofPod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { policy } from '../surroundings';

describeRule(requireNetworkPolicy, {
  passes: {
    'no policies': [deployment()],
    'a policy': [deployment(), policy()],
    'a policy for all': [deployment(), policy({ podSelector: {} })],
    'a policy by an expression': [
      deployment(),
      policy({ podSelector: { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'Exists' }] } }),
    ],
    'the network of the node': [
      ofPod({ hostNetwork: true }),
      policy({ podSelector: { matchLabels: { app: 'other' } } }),
    ],
  },
  fails: {
    'policies for others': [
      [deployment(), policy({ podSelector: { matchLabels: { app: 'other' } } })],
      ['spec.template.metadata.labels'],
    ],
  },
});

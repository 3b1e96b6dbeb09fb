import { noPolicyWithoutPods } from '../../../review/rules/no-policy-without-pods';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { budget, policy } from '../surroundings';

describeRule(noPolicyWithoutPods, {
  passes: {
    Pods: [deployment(), policy(), budget()],
    'Pods that are elsewhere': [policy(), budget()],
    'a selector that cannot be read': [
      deployment(),
      policy({ podSelector: { matchExpressions: [{ key: 'a', operator: 'Is' }] } }),
    ],
  },
  fails: {
    'a policy for nobody': [
      [deployment(), policy({ podSelector: { matchLabels: { app: 'other' } } })],
      ['spec.podSelector'],
    ],
    'a budget for nobody': [[deployment(), budget({ selector: { matchLabels: { app: 'other' } } })], ['spec.selector']],
  },
});

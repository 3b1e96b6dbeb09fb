import { requireDisruptionBudget } from '../../../review/rules/require-disruption-budget';
import { service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { budget } from '../surroundings';

describeRule(requireDisruptionBudget, {
  passes: {
    'a budget': [deployment(), service(), budget({ maxUnavailable: 1 })],
    'one replica': [deployment({}, {}, { replicas: 1 }), service()],
    'no Service': [deployment()],
  },
  fails: {
    'two replicas behind a Service': [[deployment(), service()], ['spec.replicas']],
    'a budget for others': [
      [deployment(), service(), budget({ selector: { matchLabels: { app: 'other' } } })],
      ['spec.replicas'],
    ],
  },
});

import { uniqueDisruptionBudgets } from '../../../review/rules/unique-disruption-budgets';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { budget } from '../surroundings';

describeRule(uniqueDisruptionBudgets, {
  passes: {
    'one budget': [deployment(), budget({ maxUnavailable: 1 })],
    'a budget for others': [
      deployment(),
      budget({ maxUnavailable: 1 }),
      budget({ selector: { matchLabels: { app: 'other' } } }, { name: 'other' }),
    ],
  },
  fails: {
    'two budgets': [
      [deployment(), budget({ maxUnavailable: 1 }), budget({ maxUnavailable: 1, selector: {} }, { name: 'all' })],
      ['spec.template.metadata.labels'],
    ],
  },
});

import { validDisruptionBudget } from '../../../review/rules/valid-disruption-budget';
import { owned } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler, budget } from '../surroundings';

describeRule(validDisruptionBudget, {
  passes: {
    'one Pod may go': [deployment(), budget({ maxUnavailable: 1 })],
    'one of two stays': [deployment(), budget({ minAvailable: 1 })],
    'a share': [deployment(), budget({ minAvailable: '50%' })],
    'more than all, which the server refuses': [deployment(), budget({ minAvailable: '150%' })],
    'Pods that nobody knows': [budget({ minAvailable: 3 })],
    'a DaemonSet, whose Pods nobody counts': [owned('DaemonSet'), budget({ minAvailable: 3 })],
  },
  fails: {
    'none may go': [[deployment(), budget({ maxUnavailable: 0 })], ['spec.maxUnavailable']],
    'a share of nothing': [[budget({ maxUnavailable: '0%' })], ['spec.maxUnavailable']],
    'all must stay': [[deployment(), budget({ minAvailable: 2 })], ['spec.minAvailable']],
    'the only one must stay': [
      [deployment({}, {}, { replicas: 1 }), budget({ minAvailable: 1 })],
      ['spec.minAvailable'],
    ],
    'a share that is rounded up to all': [[deployment(), budget({ minAvailable: '80%' })], ['spec.minAvailable']],
    'as many as the autoscaler keeps': [
      [deployment({}, {}, { replicas: undefined }), autoscaler(), budget({ minAvailable: 2 })],
      ['spec.minAvailable'],
    ],
    everybody: [[budget({ minAvailable: '100%' })], ['spec.minAvailable']],
    'a number in quotation marks': [[budget({ maxUnavailable: '1' })], ['spec.maxUnavailable']],
    'nothing is said': [[budget()], ['spec']],
  },
});

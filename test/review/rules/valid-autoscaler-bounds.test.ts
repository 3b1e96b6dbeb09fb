import { validAutoscalerBounds } from '../../../review/rules/valid-autoscaler-bounds';
import { service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler } from '../surroundings';

describeRule(validAutoscalerBounds, {
  passes: {
    room: [deployment(), service(), autoscaler()],
    'one Pod without clients': [deployment(), autoscaler({ minReplicas: 1 })],
    'bounds that cannot be read': [autoscaler({ maxReplicas: 'many' })],
    'less than the least, which the server refuses': [autoscaler({ minReplicas: 3, maxReplicas: 2 })],
    'no Pod for clients, which the server refuses': [deployment(), service(), autoscaler({ minReplicas: 0 })],
  },
  fails: {
    'no room': [[autoscaler({ minReplicas: 3, maxReplicas: 3 })], ['spec.maxReplicas']],
    'less than the least, in a version that is not judged': [
      [{ ...autoscaler({ minReplicas: 3, maxReplicas: 2 }), apiVersion: 'autoscaling/v1' }],
      ['spec.maxReplicas'],
    ],
    'one Pod for clients': [[deployment(), service(), autoscaler({ minReplicas: undefined })], ['spec.minReplicas']],
  },
});

import { noReplicasBesideAutoscaler } from '../../../review/rules/no-replicas-beside-autoscaler';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour, autoscaler } from '../surroundings';

describeRule(noReplicasBesideAutoscaler, {
  passes: {
    'no number': [deployment({}, {}, { replicas: undefined }), autoscaler()],
    'no autoscaler': [deployment()],
    'an autoscaler of others': [deployment(), autoscaler({ scaleTargetRef: { kind: 'Deployment', name: 'other' } })],
    'an autoscaler that is switched off': [deployment({}, {}, { replicas: 0 }), autoscaler()],
  },
  fails: {
    'a number': [[deployment(), autoscaler()], ['spec.replicas']],
    'a number beside an autoscaler of events': [
      [deployment(), neighbour('keda.sh/v1alpha1', 'ScaledObject', { spec: { scaleTargetRef: { name: 'api' } } })],
      ['spec.replicas'],
    ],
  },
});

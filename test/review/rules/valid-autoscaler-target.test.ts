import { validAutoscalerTarget } from '../../../review/rules/valid-autoscaler-target';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler } from '../surroundings';

describeRule(validAutoscalerTarget, {
  passes: {
    'a Deployment': [deployment(), autoscaler()],
    'a Deployment that is elsewhere': [autoscaler()],
    'no name, which the server refuses': [
      deployment(),
      autoscaler({ scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: '' } }),
    ],
    'a kind of somebody else': [deployment(), autoscaler({ scaleTargetRef: { kind: 'Rollout', name: 'api' } })],
  },
  fails: {
    'a name that no Deployment has': [
      [deployment(), autoscaler({ scaleTargetRef: { kind: 'Deployment', name: 'apo' } })],
      ['spec.scaleTargetRef.name'],
    ],
    'a DaemonSet': [[autoscaler({ scaleTargetRef: { kind: 'DaemonSet', name: 'api' } })], ['spec.scaleTargetRef.kind']],
    'two autoscalers': [
      [deployment(), autoscaler(), autoscaler({}, { name: 'other' })],
      ['spec.scaleTargetRef', 'spec.scaleTargetRef'],
    ],
  },
});

import { requireAutoscalerRequests } from '../../../review/rules/require-autoscaler-requests';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler } from '../surroundings';

const metric = (container: string) => ({
  type: 'ContainerResource',
  containerResource: { name: 'cpu', container, target: { type: 'Utilization', averageUtilization: 70 } },
});

describeRule(requireAutoscalerRequests, {
  passes: {
    'a request': [deployment(), autoscaler()],
    'an amount': [
      deployment({ resources: {} }),
      autoscaler({
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '1' } } }],
      }),
    ],
    'a limit, which is taken for the request': [deployment({ resources: { limits: { cpu: '1' } } }), autoscaler()],
    'a Deployment that is elsewhere': [autoscaler()],
    'no name of a container, which the server refuses': [deployment(), autoscaler({ metrics: [metric('Web')] })],
    'another metric': [deployment({ resources: {} }), autoscaler({ metrics: [{ type: 'External' }] })],
  },
  fails: {
    'no request': [[deployment({ resources: {} }), autoscaler()], ['spec.metrics[0].resource']],
    'no request, in the older version': [
      [deployment({ resources: {} }), autoscaler({ metrics: undefined, targetCPUUtilizationPercentage: 70 })],
      ['spec.targetCPUUtilizationPercentage'],
    ],
    'no such container': [
      [deployment(), autoscaler({ metrics: [metric('web')] })],
      ['spec.metrics[0].containerResource.container'],
    ],
    'no request of the one container': [
      [deployment({ resources: {} }), autoscaler({ metrics: [metric('api')] })],
      ['spec.metrics[0].containerResource'],
    ],
  },
});

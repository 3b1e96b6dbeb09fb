import { requireContainerMetric } from '../../../review/rules/require-container-metric';
import { after } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { autoscaler } from '../surroundings';

describeRule(requireContainerMetric, {
  passes: {
    'one container': [deployment(), autoscaler()],
    'a setup before it': [after({}), autoscaler()],
    'a container by name': [
      after({ restartPolicy: 'Always' }),
      autoscaler({
        metrics: [{ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'api', target: {} } }],
      }),
    ],
  },
  fails: {
    'a sidecar': [[after({ restartPolicy: 'Always' }), autoscaler()], ['spec.metrics[0].resource']],
  },
});

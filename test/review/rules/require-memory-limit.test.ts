import { requireMemoryLimit } from '../../../review/rules/require-memory-limit';
import { after, CONTAINER, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const resources = (given: object, more = {}) => [deployment({ resources: given }, more)];

describeRule(requireMemoryLimit, {
  passes: {
    'a limit': resources({ limits: { memory: '64Mi' } }),
    'a limit of the Pod': resources({ requests: { cpu: '1' } }, { resources: { limits: { memory: '1Gi' } } }),
    'nothing at all, which another rule is about': resources({}),
  },
  fails: {
    'a request alone': [resources({ requests: { memory: '64Mi' } }), [`${CONTAINER}.resources.limits.memory`]],
    'cpu alone': [resources({ limits: { cpu: '1' } }), [`${CONTAINER}.resources.limits.memory`]],
    'a sidecar': [
      [after({ restartPolicy: 'Always', resources: {} })],
      [`${POD}.initContainers[0].resources.limits.memory`],
    ],
  },
});

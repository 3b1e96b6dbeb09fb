import { requireResourceRequests } from '../../../review/rules/require-resource-requests';
import { after, CONTAINER, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const resources = (given: object, more = {}) => [deployment({ resources: given }, more)];

describeRule(requireResourceRequests, {
  passes: {
    'both requests': resources({ requests: { cpu: '10m', memory: '64Mi' } }),
    'limits, which become requests': resources({ limits: { cpu: '1', memory: '64Mi' } }),
    'requests of the Pod': resources({}, { resources: { requests: { cpu: '1', memory: '1Gi' } } }),
    'nothing at all, which another rule is about': resources({}),
  },
  fails: {
    'no cpu': [resources({ requests: { memory: '64Mi' } }), [`${CONTAINER}.resources.requests`]],
    'an init container without resources': [
      [after({ resources: {} })],
      [`${POD}.initContainers[0].resources.requests`],
    ],
  },
});

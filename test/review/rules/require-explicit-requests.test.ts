import { requireExplicitRequests } from '../../../review/rules/require-explicit-requests';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const resources = (given: object) => [deployment({ resources: given })];

describeRule(requireExplicitRequests, {
  passes: {
    both: resources({ requests: { memory: '64Mi' }, limits: { memory: '64Mi' } }),
    'a request alone': resources({ requests: { memory: '64Mi' } }),
  },
  fails: {
    'a limit alone': [resources({ limits: { memory: '64Mi' } }), [`${CONTAINER}.resources.requests`]],
    'limits of both': [resources({ limits: { cpu: '1', memory: '64Mi' } }), [`${CONTAINER}.resources.requests`]],
  },
});

import { requireQuotaAmounts } from '../../../review/rules/require-quota-amounts';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

const quota = (hard: object, spec: object = {}) => neighbour('v1', 'ResourceQuota', { spec: { hard, ...spec } });

describeRule(requireQuotaAmounts, {
  passes: {
    'what is counted is written': [deployment(), quota({ 'requests.cpu': '10', 'limits.memory': '10Gi' })],
    'a limit, which is taken for the request': [
      deployment({ resources: { limits: { cpu: '1' } } }),
      quota({ cpu: '10' }),
    ],
    'a default of the namespace': [
      deployment(),
      quota({ 'limits.cpu': '10' }),
      neighbour('v1', 'LimitRange', { spec: { limits: [{ type: 'Container', default: { cpu: '1' } }] } }),
    ],
    'a quota of objects': [deployment({ resources: {} }), quota({ pods: '10' })],
    'a quota for some Pods': [
      deployment({ resources: {} }),
      quota({ 'limits.cpu': '10' }, { scopes: ['Terminating'] }),
    ],
    'another namespace': [
      { ...deployment({ resources: {} }), metadata: { name: 'api', namespace: 'office' } },
      quota({ cpu: '10' }),
    ],
  },
  fails: {
    'no limit': [[deployment(), quota({ 'limits.cpu': '10' })], [`${CONTAINER}.resources.limits.cpu`]],
    'no request': [[deployment({ resources: {} }), quota({ cpu: '10' })], [`${CONTAINER}.resources.requests.cpu`]],
  },
});

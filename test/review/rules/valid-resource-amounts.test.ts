import { validResourceAmounts } from '../../../review/rules/valid-resource-amounts';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const requests = (given: object) => [deployment({ resources: { requests: given } })];

describeRule(validResourceAmounts, {
  passes: {
    'cores and mebibytes': requests({ cpu: '250m', memory: '256Mi' }),
    'a whole number of cores': requests({ cpu: 2, memory: '2G' }),
    nothing: requests({ cpu: '0', memory: '0' }),
    'less than a byte, which is refused': requests({ memory: '400m' }),
    'a device': requests({ 'nvidia.com/gpu': '1' }),
  },
  fails: {
    'memory without a suffix': [requests({ memory: '512' }), [`${CONTAINER}.resources.requests.memory`]],
    'cpu with the suffix of memory': [requests({ cpu: '500Mi' }), [`${CONTAINER}.resources.requests.cpu`]],
    'cpu without its suffix': [requests({ cpu: '500' }), [`${CONTAINER}.resources.requests.cpu`]],
  },
});

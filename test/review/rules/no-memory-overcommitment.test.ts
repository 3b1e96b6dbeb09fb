import { noMemoryOvercommitment } from '../../../review/rules/no-memory-overcommitment';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const memory = (request: string, limit: string) => [
  deployment({ resources: { requests: { memory: request }, limits: { memory: limit } } }),
];

describeRule(noMemoryOvercommitment, {
  passes: {
    'twice the request': memory('1Gi', '2Gi'),
    'four times of little': memory('64Mi', '256Mi'),
    'a limit alone': [deployment({ resources: { limits: { memory: '4Gi' } } })],
  },
  fails: {
    'eight times the request': [memory('256Mi', '2Gi'), [`${CONTAINER}.resources.limits.memory`]],
  },
});

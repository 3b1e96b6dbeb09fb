import { validMemorySuffix } from '../../../review/rules/valid-memory-suffix';
import { CONTAINER, mounting, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const memory = (amount: string) => [
  deployment({ resources: { requests: { memory: amount }, limits: { memory: amount } } }),
];

describeRule(validMemorySuffix, {
  passes: {
    mebibytes: memory('512Mi'),
    bytes: memory('536870912'),
    'a volume in gibibytes': [mounting({ emptyDir: { sizeLimit: '1Gi' } })],
  },
  fails: {
    megabytes: [memory('512M'), [`${CONTAINER}.resources.requests.memory`, `${CONTAINER}.resources.limits.memory`]],
    'a volume in gigabytes': [[mounting({ emptyDir: { sizeLimit: '1G' } })], [`${POD}.volumes[0].emptyDir.sizeLimit`]],
  },
});

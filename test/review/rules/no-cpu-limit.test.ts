import { review } from '../../../review';
import { noCpuLimit } from '../../../review/rules/no-cpu-limit';
import { CONTAINER } from '../kinds';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

const limited = (cpu: string, more = {}) => [
  deployment({ resources: { requests: { cpu: '100m', memory: '1Gi' }, limits: { cpu, memory: '1Gi' } }, ...more }),
];

describeRule(noCpuLimit, {
  passes: {
    'no limit of cpu': [deployment()],
    'a Pod that is Guaranteed': limited('100m'),
    'nothing that answers': limited('500m', { readinessProbe: undefined }),
  },
  fails: {
    'a limit beside a readiness probe': [limited('500m'), [`${CONTAINER}.resources.limits.cpu`]],
  },
});

test('a limit in which hardly anything starts is a warning', () => {
  const { findings } = review(sources(...limited('150m')), { rules: [noCpuLimit] });
  expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
});

import { review } from '../../../review';
import { noAddedCapabilities } from '../../../review/rules/no-added-capabilities';
import { CONTAINER } from '../kinds';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

const add = (...names: string[]) => [deployment({ securityContext: { capabilities: { drop: ['ALL'], add: names } } })];

describeRule(noAddedCapabilities, {
  passes: {
    'what binds low ports': add('NET_BIND_SERVICE'),
    none: [deployment()],
  },
  fails: {
    'each other one': [
      add('NET_ADMIN', 'SYS_ADMIN'),
      [`${CONTAINER}.securityContext.capabilities.add[0]`, `${CONTAINER}.securityContext.capabilities.add[1]`],
    ],
  },
});

test('the way to the node is an error', () => {
  const { findings } = review(sources(...add('NET_ADMIN', 'SYS_ADMIN')), { rules: [noAddedCapabilities] });
  expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'error']);
  expect(findings.map(({ consequence }) => consequence.includes('the node'))).toEqual([false, true]);
});

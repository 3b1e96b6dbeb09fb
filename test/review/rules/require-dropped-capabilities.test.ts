import { requireDroppedCapabilities } from '../../../review/rules/require-dropped-capabilities';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const drop = (...names: string[]) => [deployment({ securityContext: { capabilities: { drop: names } } })];

describeRule(requireDroppedCapabilities, {
  passes: {
    all: drop('ALL'),
    'all in small letters, as runtimes read it': drop('all'),
    Windows: [deployment({ securityContext: {} }, { os: { name: 'windows' } })],
  },
  fails: {
    none: [[deployment({ securityContext: {} })], [`${CONTAINER}.securityContext.capabilities.drop`]],
    one: [drop('NET_RAW'), [`${CONTAINER}.securityContext.capabilities.drop`]],
  },
});

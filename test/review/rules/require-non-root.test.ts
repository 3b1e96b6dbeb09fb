import { requireNonRoot } from '../../../review/rules/require-non-root';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const user = (ofContainer: object, securityContext: object, more = {}) => [
  deployment({ securityContext: ofContainer }, { securityContext, ...more }),
];

describeRule(requireNonRoot, {
  passes: {
    'said of the Pod': user({}, { runAsNonRoot: true }),
    'a number': user({ runAsUser: 10001 }, {}),
    'a user namespace of its own': user({}, {}, { hostUsers: false }),
    Windows: user({}, {}, { os: { name: 'windows' } }),
  },
  fails: {
    'nothing said': [user({}, {}), [`${CONTAINER}.securityContext.runAsNonRoot`]],
    'root by number': [user({ runAsUser: 0 }, {}), [`${CONTAINER}.securityContext.runAsUser`]],
    'the container takes back what the Pod says': [
      user({ runAsNonRoot: false }, { runAsNonRoot: true }),
      [`${CONTAINER}.securityContext.runAsNonRoot`],
    ],
  },
});

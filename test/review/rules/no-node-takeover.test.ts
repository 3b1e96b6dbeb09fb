import { noNodeTakeover } from '../../../review/rules/no-node-takeover';
import { CONTAINER, mounting } from '../kinds';
import { describeRule } from '../rule-cases';

const root = (mount: Record<string, unknown>, privileged = true) => [
  mounting({ hostPath: { path: '/' } }, mount, { securityContext: { privileged } }),
];

describeRule(noNodeTakeover, {
  passes: {
    'a root that can only be read': root({ readOnly: true }),
    'a container that is not privileged': root({}, false),
    'another folder': [mounting({ hostPath: { path: '/var/log' } }, {}, { securityContext: { privileged: true } })],
  },
  fails: {
    'privileged, and the root to write to': [root({}), [`${CONTAINER}.volumeMounts[0]`]],
  },
});

import { noPrivilegeEscalation } from '../../../review/rules/no-privilege-escalation';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const context = (securityContext: object) => [deployment({ securityContext })];

describeRule(noPrivilegeEscalation, {
  passes: {
    false: context({ allowPrivilegeEscalation: false }),
    'a privileged container, which another rule is about': context({ privileged: true }),
    Windows: [deployment({ securityContext: {} }, { os: { name: 'windows' } })],
  },
  fails: {
    'left out': [context({}), [`${CONTAINER}.securityContext.allowPrivilegeEscalation`]],
    true: [context({ allowPrivilegeEscalation: true }), [`${CONTAINER}.securityContext.allowPrivilegeEscalation`]],
  },
});

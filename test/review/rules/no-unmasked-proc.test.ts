import { noUnmaskedProc } from '../../../review/rules/no-unmasked-proc';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noUnmaskedProc, {
  passes: {
    'the default': [deployment({ securityContext: { procMount: 'Default' } })],
  },
  fails: {
    unmasked: [
      [deployment({ securityContext: { procMount: 'Unmasked' } }, { hostUsers: false })],
      [`${CONTAINER}.securityContext.procMount`],
    ],
  },
});

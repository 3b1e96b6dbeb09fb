import { noPrivilegedContainer } from '../../../review/rules/no-privileged-container';
import { after, CONTAINER, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noPrivilegedContainer, {
  passes: {
    false: [deployment({ securityContext: { privileged: false } })],
  },
  fails: {
    'a container': [
      [deployment({ securityContext: { privileged: true } })],
      [`${CONTAINER}.securityContext.privileged`],
    ],
    'an init container': [
      [after({ securityContext: { privileged: true } })],
      [`${POD}.initContainers[0].securityContext.privileged`],
    ],
  },
});

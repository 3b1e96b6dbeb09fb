import { noHostProcess } from '../../../review/rules/no-host-process';
import { CONTAINER, ofPod, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const windowsOptions = { hostProcess: true };

describeRule(noHostProcess, {
  passes: {
    'left out': [deployment()],
  },
  fails: {
    'of a container': [
      [deployment({ securityContext: { windowsOptions } })],
      [`${CONTAINER}.securityContext.windowsOptions.hostProcess`],
    ],
    'of the Pod': [
      [ofPod({ securityContext: { windowsOptions } })],
      [`${POD}.securityContext.windowsOptions.hostProcess`],
    ],
  },
});

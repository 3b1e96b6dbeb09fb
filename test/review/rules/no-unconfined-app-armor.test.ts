import { noUnconfinedAppArmor } from '../../../review/rules/no-unconfined-app-armor';
import { CONTAINER, ofPod, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const appArmorProfile = { type: 'Unconfined' };

describeRule(noUnconfinedAppArmor, {
  passes: {
    'left out': [deployment()],
    'of the runtime': [ofPod({ securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } })],
  },
  fails: {
    'the Pod': [[ofPod({ securityContext: { appArmorProfile } })], [`${POD}.securityContext.appArmorProfile.type`]],
    'a container': [
      [deployment({ securityContext: { appArmorProfile } })],
      [`${CONTAINER}.securityContext.appArmorProfile.type`],
    ],
  },
});

import { noUnmountedVolume } from '../../../review/rules/no-unmounted-volume';
import { mounting, ofPod, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];

describeRule(noUnmountedVolume, {
  passes: {
    'a mount': [mounting({ emptyDir: {} })],
    'a device': [deployment({ volumeDevices: [{ name: 'data', devicePath: '/dev/xvda' }] }, { volumes })],
  },
  fails: {
    neither: [[ofPod({ volumes })], [`${POD}.volumes[0]`]],
  },
});

import { review } from '../../../review';
import { noUnmountedVolume } from '../../../review/rules/no-unmounted-volume';
import { mounting, ofPod, POD } from '../kinds';
import { deployment, sources } from '../objects';
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

test('the Pod waits for a claim that nobody mounts, and for no other volume', () => {
  const files = { name: 'files', configMap: { name: 'files' } };
  const { findings } = review(sources(ofPod({ volumes: [...volumes, files] })), { rules: [noUnmountedVolume] });
  expect(findings.map(({ consequence }) => consequence.includes('waits'))).toEqual([true, false]);
});

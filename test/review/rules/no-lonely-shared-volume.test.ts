import { noLonelySharedVolume } from '../../../review/rules/no-lonely-shared-volume';
import { mounting, ofPod, POD } from '../kinds';
import { soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

const two = (name: string, image = 'registry.example.com/helper:v1') =>
  ofPod({
    containers: [
      { ...soundContainer(), volumeMounts: [{ name, mountPath: '/files' }] },
      { ...soundContainer(), name: 'helper', image },
    ],
    volumes: [{ name, emptyDir: {} }],
  });

describeRule(noLonelySharedVolume, {
  passes: {
    'scratch files': [two('tmp')],
    'one container': [mounting({ name: 'shared', emptyDir: {} })],
    'logs that nobody ships': [two('logs')],
  },
  fails: {
    'a volume called shared': [[two('shared-data')], [`${POD}.volumes[0]`]],
    'logs that the shipper does not see': [[two('app-logs', 'fluent/fluent-bit:3.2.4')], [`${POD}.volumes[0]`]],
  },
});

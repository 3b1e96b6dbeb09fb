import { requireVolumeWriter } from '../../../review/rules/require-volume-writer';
import { mounting, ofPod, POD } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(requireVolumeWriter, {
  passes: {
    'a writer': [mounting({ emptyDir: {} })],
    'files from outside': [mounting({ configMap: { name: 'api' } }, { readOnly: true })],
    'nobody, which another rule is about': [ofPod({ volumes: [{ name: 'files', emptyDir: {} }] })],
  },
  fails: {
    'readers alone': [[mounting({ emptyDir: {} }, { readOnly: true })], [`${POD}.volumes[0]`]],
  },
});

import { validMemoryVolume } from '../../../review/rules/valid-memory-volume';
import { mounting, POD } from '../kinds';
import { describeRule } from '../rule-cases';

const memory = (sizeLimit: string, mount = {}) => [mounting({ emptyDir: { medium: 'Memory', sizeLimit } }, mount)];

describeRule(validMemoryVolume, {
  passes: {
    'room for it': memory('16Mi'),
    'a disk': [mounting({ emptyDir: { sizeLimit: '1Gi' } })],
    'a reader': memory('1Gi', { readOnly: true }),
    'no limit of memory': [mounting({ emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } }, {}, { resources: {} })],
  },
  fails: {
    'as much as the limit': [memory('128Mi'), [`${POD}.volumes[0].emptyDir.sizeLimit`]],
  },
});

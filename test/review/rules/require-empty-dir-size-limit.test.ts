import { requireEmptyDirSizeLimit } from '../../../review/rules/require-empty-dir-size-limit';
import { mounting, POD } from '../kinds';
import { describeRule } from '../rule-cases';

describeRule(requireEmptyDirSizeLimit, {
  passes: {
    'a limit': [mounting({ emptyDir: { sizeLimit: '64Mi' } })],
    'another volume': [mounting({ configMap: { name: 'api' } })],
  },
  fails: {
    none: [[mounting({ emptyDir: {} })], [`${POD}.volumes[0].emptyDir.sizeLimit`]],
    'none in memory': [[mounting({ emptyDir: { medium: 'Memory' } })], [`${POD}.volumes[0].emptyDir.sizeLimit`]],
    'no source at all, which means an emptyDir': [[mounting({})], [`${POD}.volumes[0].emptyDir.sizeLimit`]],
  },
});

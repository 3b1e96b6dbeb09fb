import { requireEmptyDirSizeLimit } from '../../../review/rules/require-empty-dir-size-limit';
import { review } from '../../../review';
import { mounting, ofPod, POD } from '../kinds';
import { sources } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(requireEmptyDirSizeLimit, {
  passes: {
    'a limit': [mounting({ emptyDir: { sizeLimit: '64Mi' } })],
    'what nobody mounts': [ofPod({ volumes: [{ name: 'files', emptyDir: {} }] })],
    'another volume': [mounting({ configMap: { name: 'api' } })],
  },
  fails: {
    none: [[mounting({ emptyDir: {} })], [`${POD}.volumes[0].emptyDir.sizeLimit`]],
    'none in memory': [[mounting({ emptyDir: { medium: 'Memory' } })], [`${POD}.volumes[0].emptyDir.sizeLimit`]],
    'no source at all, which means an emptyDir': [[mounting({})], [`${POD}.volumes[0].emptyDir.sizeLimit`]],
  },
});

test.each([
  ['', 'disk'],
  ['Memory', 'memory'],
])('in medium %j it takes %s', (medium, what) => {
  const object = mounting({ emptyDir: { medium } });
  const { findings } = review(sources(object), { rules: [requireEmptyDirSizeLimit] });
  expect(findings.map(({ consequence, found }) => [found.includes(what), consequence.includes(what)])).toEqual([
    [true, true],
  ]);
});

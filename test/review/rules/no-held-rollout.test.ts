import { review } from '../../../review';
import { noHeldRollout } from '../../../review/rules/no-held-rollout';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { statefulSet } from '../surroundings';

describeRule(noHeldRollout, {
  passes: {
    'a rolling update': [deployment()],
    'a partition of nothing': [statefulSet({ updateStrategy: { rollingUpdate: { partition: 0 } } })],
  },
  fails: {
    'a pause': [[deployment({}, {}, { paused: true })], ['spec.paused']],
    'Pods that somebody has to delete': [
      [statefulSet({ updateStrategy: { type: 'OnDelete' } })],
      ['spec.updateStrategy.type'],
    ],
    'a part of the Pods': [
      [statefulSet({ updateStrategy: { rollingUpdate: { partition: 2 } } })],
      ['spec.updateStrategy.rollingUpdate.partition'],
    ],
  },
});

test('a reason beside the field is an answer', () => {
  const remarks = [{ path: 'spec.paused', kind: 'reason', text: 'somebody has said why' }] as const;
  expect(
    review([{ object: deployment({}, {}, { paused: true }), remarks }], { rules: [noHeldRollout] }).findings,
  ).toEqual([]);
});

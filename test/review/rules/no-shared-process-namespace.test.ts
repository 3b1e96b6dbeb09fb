import { review } from '../../../review';
import { noSharedProcessNamespace } from '../../../review/rules/no-shared-process-namespace';
import { beside, ofPod, POD } from '../kinds';
import { soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

const sharing = () =>
  ofPod({ containers: [soundContainer(), { ...soundContainer(), name: 'other' }], shareProcessNamespace: true });

describeRule(noSharedProcessNamespace, {
  passes: {
    'one container': [ofPod({ shareProcessNamespace: true })],
    'left out': [beside({})],
  },
  fails: {
    'without a reason': [[sharing()], [`${POD}.shareProcessNamespace`]],
  },
});

test('a reason beside it is an answer', () => {
  const remarks = [
    { path: `${POD}.shareProcessNamespace`, kind: 'reason', text: 'the reloader signals nginx' },
  ] as const;
  expect(review([{ object: sharing(), remarks }], { rules: [noSharedProcessNamespace] }).findings).toEqual([]);
});

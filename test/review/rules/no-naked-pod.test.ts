import { review } from '../../../review';
import { noNakedPod } from '../../../review/rules/no-naked-pod';
import { pod } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(noNakedPod, {
  passes: {
    'an owner': [deployment()],
    'a test of Helm': [{ ...pod(), metadata: { name: 'api', annotations: { 'helm.sh/hook': 'test' } } }],
    'a Pod that a controller has made': [
      {
        ...pod(),
        metadata: {
          name: 'api',
          ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'api', uid: 'a' }],
        },
      },
    ],
  },
  fails: {
    'a Pod alone': [[pod()], ['metadata.ownerReferences']],
    'a Pod that ends': [[pod({}, { restartPolicy: 'Never' })], ['metadata.ownerReferences']],
  },
});

test('an experiment is excused until its end', () => {
  const remarks = [
    { path: '', kind: 'exception', text: 'it tries something out', absent: 'ownerReferences', until: '2027-03-31' },
  ] as const;
  const on = (today: string) => review([{ object: pod(), remarks }], { rules: [noNakedPod], today });
  expect(on('2027-03-31').findings).toEqual([]);
  expect(on('2027-04-01').findings).toHaveLength(1);
});

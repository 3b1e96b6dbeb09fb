import { noDeletedClaims } from '../../../review/rules/no-deleted-claims';
import { describeRule } from '../rule-cases';
import { statefulSet } from '../surroundings';

const keeping = (persistentVolumeClaimRetentionPolicy: object) =>
  statefulSet({ volumeClaimTemplates: [{ metadata: { name: 'data' } }], persistentVolumeClaimRetentionPolicy });

describeRule(noDeletedClaims, {
  passes: {
    'the default': [keeping({})],
    'claims that stay': [keeping({ whenDeleted: 'Retain', whenScaled: 'Retain' })],
    'no claims': [statefulSet({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } })],
  },
  fails: {
    'claims that go': [
      [keeping({ whenDeleted: 'Delete', whenScaled: 'Delete' })],
      ['spec.persistentVolumeClaimRetentionPolicy.whenDeleted', 'spec.persistentVolumeClaimRetentionPolicy.whenScaled'],
    ],
  },
});

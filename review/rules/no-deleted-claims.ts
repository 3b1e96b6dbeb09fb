import { FieldPath } from '../../lib/kube/field-path';
import { listOf } from '../entity';
import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** A StatefulSet keeps the claims of its Pods, unless it is told otherwise. */
export const noDeletedClaims: WorkloadRule = {
  id: 'no-deleted-claims',
  about: 'workload',
  severity: 'warning',
  title: 'The data of a StatefulSet outlives it',
  consequence: 'Whoever deletes the StatefulSet, or scales it down, deletes the data with it.',
  fix: 'Write `Retain`, or say beside the field why the data may go.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention',
  *check(workload) {
    const { entity } = workload;
    if (listOf(entity.read('spec', 'volumeClaimTemplates')).length === 0) return;
    for (const field of ['whenDeleted', 'whenScaled']) {
      const path = FieldPath.of('spec').child('persistentVolumeClaimRetentionPolicy').child(field);
      const policy = entity.read('spec', 'persistentVolumeClaimRetentionPolicy', field);
      if (policy !== 'Delete' || isExplained(workload, path)) continue;
      yield { path, found: `\`${field}: Delete\` deletes the claims of its Pods.` };
    }
  },
};

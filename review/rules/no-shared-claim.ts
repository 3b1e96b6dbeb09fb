import { FieldPath } from '../../lib/kube/field-path';
import { listOf } from '../entity';
import { podRangeOf } from '../knowledge/pod-range';
import { isExplained } from '../knowledge/reason';
import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** A Deployment has one claim for all of its Pods. */
export const noSharedClaim: WorkloadRule = {
  id: 'no-shared-claim',
  about: 'workload',
  severity: 'error',
  title: 'A volume of one node is not shared by replicas',
  consequence:
    'A Pod on another node never starts, since the volume is held by the first: a rollout hangs, or replicas are missing.',
  fix: 'Use a StatefulSet, which gives each Pod a claim of its own; with a single Pod write `strategy: {type: Recreate}`.',
  see: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  *check(workload, landscape) {
    if (workload.kind !== 'Deployment') return;
    const { most = 1 } = podRangeOf(workload, landscape) ?? {};
    const isRolling = workload.entity.read('spec', 'strategy', 'type') !== 'Recreate';
    for (const { path, volume } of volumeUses(workload)) {
      const { claimName = '' } = volume.persistentVolumeClaim ?? {};
      const claim = claimName === '' ? undefined : landscape.find('PersistentVolumeClaim', claimName, workload.entity);
      if (claim === undefined || most === 0) continue;
      const modes = listOf(claim.read('spec', 'accessModes'));
      const isForOne =
        modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
      if (!isForOne || isExplained(workload, path)) continue;
      if (most > 1) {
        yield { path, found: `Up to ${most} Pods mount claim \`${claimName}\`, which is for one node.` };
      } else if (isRolling) {
        const at = FieldPath.of('spec').child('strategy').child('type');
        yield {
          path: at,
          severity: 'warning',
          found: `The new Pod mounts claim \`${claimName}\` while the old one holds it.`,
        };
      }
    }
  },
};

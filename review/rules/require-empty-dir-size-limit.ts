import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** An emptyDir is as large as the disk of the node, or its memory. */
export const requireEmptyDirSizeLimit: WorkloadRule = {
  id: 'require-empty-dir-size-limit',
  about: 'workload',
  severity: 'warning',
  title: 'Every emptyDir has a size limit',
  consequence:
    'A log or cache that grows fills the disk or the memory of the node, and Pods of others are evicted for it.',
  fix: 'Write `emptyDir.sizeLimit`, such as `64Mi` for scratch files.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  *check(workload) {
    for (const { path, volume } of volumeUses(workload)) {
      if (volume.emptyDir === undefined || volume.emptyDir.sizeLimit !== undefined) continue;
      const place = volume.emptyDir.medium === 'Memory' ? 'memory' : 'disk';
      yield {
        path: path.child('emptyDir').child('sizeLimit'),
        found: `\`${volume.name}\` may take all ${place} that it can get.`,
      };
    }
  },
};

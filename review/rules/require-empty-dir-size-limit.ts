import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** An emptyDir is as large as the disk of the node, or its memory. */
export const requireEmptyDirSizeLimit: WorkloadRule = {
  id: 'require-empty-dir-size-limit',
  about: 'workload',
  severity: 'warning',
  title: 'Every emptyDir has a size limit',
  consequence: 'A log or cache that grows fills the disk of the node, and Pods of others are evicted for it.',
  fix: 'Write `emptyDir.sizeLimit`, such as `64Mi` for scratch files.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  *check(workload) {
    for (const { mounts, path, volume } of volumeUses(workload)) {
      // Nobody writes to what nobody mounts: another rule is about that.
      if (volume.emptyDir === undefined || volume.emptyDir.sizeLimit !== undefined || mounts.length === 0) continue;
      const isMemory = volume.emptyDir.medium === 'Memory';
      yield {
        path: path.child('emptyDir').child('sizeLimit'),
        found: `\`${volume.name}\` may take all ${isMemory ? 'memory' : 'disk'} that it can get.`,
        ...(isMemory && {
          consequence:
            'Its files count as memory of the container that writes them: they use up its limit until it is killed or, without a limit, the memory of the node.',
        }),
      };
    }
  },
};

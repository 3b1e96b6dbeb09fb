import { usersOf, volumeUses } from '../knowledge/volume-use';
import { list } from '../report/words';
import type { WorkloadRule } from '../rule';

/** An emptyDir begins empty. */
export const requireVolumeWriter: WorkloadRule = {
  id: 'require-volume-writer',
  about: 'workload',
  severity: 'error',
  title: 'Somebody writes what others read',
  consequence: 'The folder begins empty and stays empty: readers serve or wait for files that never come.',
  fix: 'Let the container that makes the files mount the volume without `readOnly`, or use a volume that has content.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  *check(workload) {
    for (const use of volumeUses(workload)) {
      const { mounts, path, volume } = use;
      if (volume.emptyDir === undefined || mounts.length === 0) continue;
      if (mounts.some(({ mount }) => mount.readOnly !== true)) continue;
      const readers = usersOf(use).map((name) => `\`${name}\``);
      yield { path, found: `\`${volume.name}\` is empty at the start, and ${list(readers)} can only read it.` };
    }
  },
};

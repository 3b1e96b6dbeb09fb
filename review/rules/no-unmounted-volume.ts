import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** A volume that nobody mounts still has to be there. */
export const noUnmountedVolume: WorkloadRule = {
  id: 'no-unmounted-volume',
  about: 'workload',
  severity: 'warning',
  title: 'Every volume is mounted',
  consequence: 'The Pod waits for the volume before it starts, and nobody finds the files where they were meant to be.',
  fix: 'Mount it with `volumeMounts`, or remove it.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  *check(workload) {
    const elsewhere = new Set(
      workload.containers.flatMap(({ container }) => [
        ...(container.volumeDevices ?? []).map(({ name }) => name),
        ...(container.env ?? []).map(({ valueFrom }) => valueFrom?.fileKeyRef?.volumeName ?? ''),
      ]),
    );
    for (const { mounts, path, volume } of volumeUses(workload)) {
      if (mounts.length > 0 || elsewhere.has(volume.name)) continue;
      yield { path, found: `No container mounts \`${volume.name}\`.` };
    }
  },
};

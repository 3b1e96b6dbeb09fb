import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** The kubelet leaves out a volume that nobody mounts; a claim has to be there all the same. */
export const noUnmountedVolume: WorkloadRule = {
  id: 'no-unmounted-volume',
  about: 'workload',
  severity: 'warning',
  title: 'Every volume is mounted',
  consequence: 'The kubelet leaves the volume out, and nobody finds the files where they were meant to be.',
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
      const isClaim = volume.persistentVolumeClaim !== undefined || volume.ephemeral !== undefined;
      yield {
        path,
        found: `No container mounts \`${volume.name}\`.`,
        ...(isClaim && {
          consequence:
            'The Pod waits until its claim is bound all the same, and nobody finds the files where they were meant to be.',
        }),
      };
    }
  },
};

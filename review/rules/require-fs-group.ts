import { userOf } from '../knowledge/user';
import { isWindows } from '../knowledge/role';
import { volumeUses, type PlacedMount } from '../knowledge/volume-use';
import { list } from '../report/words';
import type { WorkloadRule } from '../rule';

/** Users that share files need a group that they share. */
export const requireFsGroup: WorkloadRule = {
  id: 'require-fs-group',
  about: 'workload',
  severity: 'warning',
  title: 'Containers that write one volume have a group in common',
  consequence: 'What one user writes the other may not change or even read: permission denied, after the first file.',
  fix: 'Write `securityContext.fsGroup` for the Pod, or let the containers run as one user.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  *check(workload) {
    const { spec } = workload;
    if (spec.securityContext?.fsGroup !== undefined || isWindows(workload)) return;
    for (const { mounts, path, volume } of volumeUses(workload)) {
      if ((volume.emptyDir ?? volume.persistentVolumeClaim ?? volume.ephemeral) === undefined) continue;
      const userIds = (of: readonly PlacedMount[]) => [
        ...new Set(of.flatMap(({ container }) => userOf(container, workload).id ?? [])),
      ];
      const writers = userIds(mounts.filter(({ mount }) => mount.readOnly !== true));
      const all = userIds(mounts);
      const others = all.filter((id) => id !== 0);
      if (writers.length === 0 || others.length === 0 || all.length < 2) continue;
      yield {
        path,
        ...(writers.length < 2 && { severity: 'info' }),
        found: `Users ${list(all.map(String))} share \`${volume.name}\`, and the Pod has no \`fsGroup\`.`,
      };
    }
  },
};

import { hostFolderOf } from '../knowledge/host-folder';
import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** Some folders are the node. */
export const noSensitiveHostPath: WorkloadRule = {
  id: 'no-sensitive-host-path',
  about: 'workload',
  severity: 'error',
  title: 'Folders that make up the node stay there',
  consequence: 'The container can read settings, keys and tokens of the node.',
  fix: 'Mount the one file or folder that is needed with `readOnly: true`, or ask the API for it.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  *check(workload) {
    for (const { mounts, path, volume } of volumeUses(workload)) {
      const { hostPath, name } = volume;
      if (hostPath === undefined || mounts.length === 0 || hostFolderOf(hostPath.path) !== 'sensitive') continue;
      const isRead = mounts.every(({ mount }) => mount.readOnly === true);
      const isAgent = workload.kind === 'DaemonSet' && isRead;
      yield {
        path: path.child('hostPath').child('path'),
        ...(isAgent && { severity: 'warning' }),
        found: `\`${name}\` is \`${hostPath.path}\` of the node, ${isRead ? 'mounted read-only' : 'open to be written'}.`,
        ...(!isRead && {
          consequence: 'The container can change what the node runs and read its keys and tokens.',
        }),
      };
    }
  },
};

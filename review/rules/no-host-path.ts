import { hostFolderOf } from '../knowledge/host-folder';
import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** A folder of the node is neither the Pod's own nor there when the Pod moves. */
export const noHostPath: WorkloadRule = {
  id: 'no-host-path',
  about: 'workload',
  severity: 'warning',
  title: 'Pods keep no files on their node',
  consequence:
    'The files stay behind when the Pod moves, are shared with whoever mounts the same path, and open a way to the node.',
  fix: 'Use a `persistentVolumeClaim` for what has to stay and an `emptyDir` for what may go; agents of the node mount read-only and say why.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  *check(workload) {
    for (const { mounts, path, volume } of volumeUses(workload)) {
      const { hostPath, name } = volume;
      if (hostPath === undefined || mounts.length === 0 || hostFolderOf(hostPath.path) !== 'other') continue;
      const isRead = mounts.every(({ mount }) => mount.readOnly === true);
      const isAgent = workload.kind === 'DaemonSet';
      yield {
        path: path.child('hostPath'),
        ...(isAgent && isRead && { severity: 'info' }),
        found: `\`${name}\` is \`${hostPath.path}\` of the node, ${isRead ? 'mounted read-only' : 'open to be written'}.`,
        ...(isRead && { consequence: 'The Pod reads what its node happens to have there, whoever wrote it.' }),
        ...(isAgent && !isRead && { consequence: 'Whoever breaks into the container changes files of the node.' }),
      };
    }
  },
};

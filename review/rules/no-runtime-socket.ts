import { hostFolderOf } from '../knowledge/host-folder';
import { usersOf, volumeUses } from '../knowledge/volume-use';
import { code, list } from '../report/words';
import type { WorkloadRule } from '../rule';

/** The socket of the runtime is root of the node. */
export const noRuntimeSocket: WorkloadRule = {
  id: 'no-runtime-socket',
  about: 'workload',
  severity: 'error',
  title: 'No container talks to the container runtime',
  consequence:
    'Whoever can write to the socket starts a privileged container and owns the node; that the mount is read-only does not matter.',
  fix: 'Remove the volume: build images without a daemon, and read metrics and Pods from the kubelet or the API server.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  *check(workload) {
    for (const use of volumeUses(workload)) {
      const { hostPath, name } = use.volume;
      if (hostPath === undefined || hostFolderOf(hostPath.path) !== 'runtimeSocket') continue;
      yield {
        path: use.path.child('hostPath').child('path'),
        found: `\`${name}\` gives \`${hostPath.path}\` of the node to ${titlesOf(usersOf(use))}.`,
      };
    }
  },
};

function titlesOf(names: readonly string[]): string {
  return names.length === 0 ? 'nobody yet' : list(names.map(code));
}

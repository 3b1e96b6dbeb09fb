import { volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** Secrets that are fetched at run time should not reach a disk. */
export const requireMemoryForSecrets: WorkloadRule = {
  id: 'require-memory-for-secrets',
  about: 'workload',
  severity: 'warning',
  title: 'Fetched secrets stay in memory',
  consequence: 'The secrets lie on the disk of the node, where they can be read back after the Pod is gone.',
  fix: 'Write `emptyDir: { medium: Memory, sizeLimit: 1Mi }`, and count the size into the memory limit.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  *check(workload) {
    for (const { mounts, path, volume } of volumeUses(workload)) {
      if (volume.emptyDir === undefined || volume.emptyDir.medium === 'Memory') continue;
      const named = [volume.name, ...mounts.map(({ mount }) => mount.mountPath)].find((name) => SECRETS.test(name));
      if (named === undefined || mounts.length === 0 || SOCKETS.test(volume.name) || ISTIO.test(named)) continue;
      yield {
        path: path.child('emptyDir').child('medium'),
        found: `\`${volume.name}\` holds secrets, as \`${named}\` says, on the disk of the node.`,
      };
    }
  },
};

const SECRETS = /(^|[-_/])(secrets?|vault|credentials?|tokens?|passwords?|private-keys?)([-_/]|$)/i;
const SOCKETS = /sock|uds/;
/** Istio mounts these folders into its own proxy for whoever brings files of its kind. */
const ISTIO = /\/workload-spiffe-/;

import { isLongRunning } from '../knowledge/role';
import { mountsOf, volumeUse } from '../knowledge/volume-use';
import type { ContainerRule } from '../rule';

/** A file that is mounted by subPath is a copy of the day. */
export const noStaleConfig: ContainerRule = {
  id: 'no-stale-config',
  about: 'container',
  severity: 'info',
  title: 'Configuration reaches the program when it changes',
  consequence:
    'A change of the ConfigMap or Secret never reaches the container, and replicas that start later run with another one.',
  fix: 'Mount the whole volume at a folder of its own, or roll the Pods with each change by a checksum in their annotations.',
  see: 'https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically',
  *check(reviewed, workload) {
    if (!isLongRunning(workload) || rollsOnChange(workload.metadata.annotations)) return;
    for (const { mount, path } of mountsOf(reviewed)) {
      if ((mount.subPath ?? mount.subPathExpr) === undefined) continue;
      const { configMap, projected, secret } = volumeUse(workload, mount.name)?.volume ?? {};
      if ((configMap ?? projected ?? secret) === undefined) continue;
      const kind = configMap === undefined ? (secret === undefined ? 'Projected volume' : 'Secret') : 'ConfigMap';
      const name = configMap?.name ?? secret?.secretName ?? mount.name;
      yield {
        path: path.child('subPath'),
        found: `${kind} \`${name}\` is mounted by \`subPath\` at \`${mount.mountPath}\`.`,
      };
    }
  },
};

function rollsOnChange(annotations: Readonly<Record<string, string>> = {}): boolean {
  return Object.keys(annotations).some((key) => /checksum|hash|sha256|config-version|revision/i.test(key));
}

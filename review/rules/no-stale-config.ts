import type { Entity } from '../entity';
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
  *check(reviewed, workload, landscape) {
    const { entity, metadata } = workload;
    if (!isLongRunning(workload) || rollsOnChange(metadata.annotations) || isRestarted(entity)) return;
    for (const { mount, path } of mountsOf(reviewed)) {
      if ((mount.subPath ?? mount.subPathExpr) === undefined) continue;
      const { configMap, projected, secret } = volumeUse(workload, mount.name)?.volume ?? {};
      if ((configMap ?? projected ?? secret) === undefined) continue;
      const kind = configMap === undefined ? (secret === undefined ? 'Projected volume' : 'Secret') : 'ConfigMap';
      const name = configMap?.name ?? secret?.secretName ?? mount.name;
      if (NAMED_BY_CONTENT.test(name) || landscape.find(kind, name, entity)?.read('immutable') === true) continue;
      yield {
        path: path.child('subPath'),
        found: `${kind} \`${name}\` is mounted by \`subPath\` at \`${mount.mountPath}\`.`,
      };
    }
  },
};

/** Kustomize names what it generates by its content, so that a change is another object. */
const NAMED_BY_CONTENT = /-[2456789bcdfghkmt]{10}$/;

/** A controller in the cluster restarts the Pods when what they read has changed. */
function isRestarted({ annotations }: Entity): boolean {
  return Object.entries(annotations).some(
    ([key, value]) => /(^|\.)reloader\.stakater\.com\//.test(key) && value !== 'false',
  );
}

function rollsOnChange(annotations: Readonly<Record<string, string>> = {}): boolean {
  return Object.keys(annotations).some((key) => /checksum|hash|sha256|config-version|revision/i.test(key));
}

import { mountsOf, volumeUse } from '../knowledge/volume-use';
import type { ContainerRule } from '../rule';

/** Privileged, and the node's whole disk to write to: nothing is left of the border. */
export const noNodeTakeover: ContainerRule = {
  id: 'no-node-takeover',
  about: 'container',
  severity: 'error',
  binding: true,
  title: 'No container is privileged and writes to the root of the node',
  consequence: 'The container can replace any program and any key of the node, and through the node of the cluster.',
  fix: 'Mount the one folder that is needed, with `readOnly: true`, and drop `privileged`.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  *check(reviewed, workload) {
    if (reviewed.container.securityContext?.privileged !== true) return;
    for (const { mount, path } of mountsOf(reviewed)) {
      const folder = volumeUse(workload, mount.name)?.volume.hostPath?.path;
      if (mount.readOnly === true || folder === undefined || !ROOT.test(folder)) continue;
      yield {
        path,
        found: `\`${reviewed.container.name}\` is privileged and can write to \`/\` of the node at \`${mount.mountPath}\`.`,
      };
    }
  },
};

const ROOT = /^\/+\.?$/;

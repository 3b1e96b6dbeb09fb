import { mountsOf } from '../knowledge/volume-use';
import type { ContainerRule } from '../rule';

/** What is mounted here appears on the node. */
export const noBidirectionalMount: ContainerRule = {
  id: 'no-bidirectional-mount',
  about: 'container',
  severity: 'warning',
  title: 'Mounts of a container stay in it',
  consequence:
    'What the container mounts appears on the node and in other Pods, and stays there when it is killed before it has cleaned up.',
  fix: 'Remove `mountPropagation`, or write `HostToContainer`; only drivers of storage need `Bidirectional`.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation',
  *check(reviewed) {
    for (const { mount, path } of mountsOf(reviewed)) {
      if (mount.mountPropagation !== 'Bidirectional') continue;
      yield { path: path.child('mountPropagation'), found: `\`${mount.mountPath}\` is propagated to the node.` };
    }
  },
};

import type { ContainerRule } from '../rule';

/** Without a limit a leak is the node's. */
export const requireMemoryLimit: ContainerRule = {
  id: 'require-memory-limit',
  about: 'container',
  severity: 'warning',
  title: 'Every container has a memory limit',
  consequence: 'A leak takes all memory of the node, and the kernel kills neighbours that did nothing wrong.',
  fix: 'Write `resources.limits.memory`, equal to the request or a little above it.',
  see: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
  *check({ container: { resources }, path, role }, workload) {
    if (role === 'ephemeral') return;
    if (resources?.limits?.['memory'] !== undefined) return;
    if (workload.spec.resources?.limits?.['memory'] !== undefined || workload.qos.qosClass === 'BestEffort') return;
    const request = resources?.requests?.['memory'];
    const found =
      request === undefined
        ? 'There is no memory limit, and no request either.'
        : `Memory of ${String(request)} is requested, and there is no limit.`;
    yield { path: path.child('resources').child('limits').child('memory'), found };
  },
};

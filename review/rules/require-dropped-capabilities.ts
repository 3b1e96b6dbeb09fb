import { isWindows } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** A container starts with a dozen parts of root that hardly any program needs. */
export const requireDroppedCapabilities: ContainerRule = {
  id: 'require-dropped-capabilities',
  about: 'container',
  severity: 'warning',
  title: 'Containers drop all capabilities',
  consequence:
    'A process of root in the container may send raw packets, change owners of files and more; Pod Security restricted refuses the Pod.',
  fix: 'Write `securityContext.capabilities.drop: [ALL]`, and add back `NET_BIND_SERVICE` where a low port needs it.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  *check({ container: { securityContext }, path, role }, workload) {
    if (securityContext?.privileged === true || role === 'ephemeral' || isWindows(workload)) return;
    const dropped = securityContext?.capabilities?.drop ?? [];
    if (dropped.some((name) => name.toUpperCase() === 'ALL')) return;
    const found =
      dropped.length === 0 ? 'No capability is dropped.' : `Only ${dropped.join(', ')} of the capabilities is dropped.`;
    yield { path: path.child('securityContext').child('capabilities').child('drop'), found };
  },
};

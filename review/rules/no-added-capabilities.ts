import { isWindows } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** Each capability is a part of root. */
export const noAddedCapabilities: ContainerRule = {
  id: 'no-added-capabilities',
  about: 'container',
  severity: 'warning',
  title: 'Containers get no part of root',
  consequence: 'Whoever breaks into the container has that part of root.',
  fix: 'Remove the capability, or say in an exception what needs it.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  *check({ container: { securityContext }, path }, workload) {
    if (securityContext?.privileged === true || isWindows(workload)) return;
    for (const [position, name] of (securityContext?.capabilities?.add ?? []).entries()) {
      const capability = name.toUpperCase().replace(/^CAP_/, '');
      if (capability === 'NET_BIND_SERVICE') continue;
      yield {
        path: path.child('securityContext').child('capabilities').child('add').index(position),
        ...(TAKES_NODE.has(capability) && {
          severity: 'error',
          consequence: 'Whoever breaks into the container has that part of root, from which a way leads to the node.',
        }),
        found: `The container is given \`${name}\`.`,
      };
    }
  },
};

const TAKES_NODE = new Set([
  'ALL',
  'BPF',
  'DAC_READ_SEARCH',
  'MAC_ADMIN',
  'PERFMON',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
]);

import type { WorkloadRule } from '../rule';

/** A node refuses settings of the kernel that it was not told to allow. */
export const noUnsafeSysctls: WorkloadRule = {
  id: 'no-unsafe-sysctls',
  about: 'workload',
  severity: 'warning',
  title: 'Pods set only safe sysctls',
  consequence:
    'A node whose kubelet does not allow the setting refuses the Pod with `SysctlForbidden`, again and again; one that does lets it disturb its neighbours.',
  fix: 'Remove it, or run on nodes that allow it with `--allowed-unsafe-sysctls` and are reserved by a taint.',
  see: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls',
  *check({ spec, specPath }) {
    for (const [position, { name }] of (spec.securityContext?.sysctls ?? []).entries()) {
      const dotted = name.replaceAll('/', '.');
      if (SAFE.has(dotted)) continue;
      const path = specPath.child('securityContext').child('sysctls').index(position).child('name');
      yield { path, found: `\`${name}\` is not among the safe sysctls.` };
    }
  },
};

const SAFE = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);

import type { PodSecurityCheck } from '../check';

/** Only the sysctls that cannot touch another Pod; newer policy versions know more of them. */
export const sysctls: PodSecurityCheck = {
  id: 'sysctls',
  level: 'baseline',
  judge: ({ spec, specPath, minor }) => {
    const all = spec.securityContext?.sysctls ?? [];
    if (all.every(({ name }) => isSafeSysctl(name, minor))) return undefined;
    const bad = [...all.entries()].filter(([, { name }]) => !isSafeSysctl(name, minor));
    return {
      reason: 'forbidden sysctls',
      detail: bad.map(([, { name }]) => name).join(', '),
      places: bad.map(([position]) => ({
        path: specPath.child('securityContext').child('sysctls').index(position).child('name').toString(),
      })),
    };
  },
};

/** Whether a sysctl cannot touch another Pod in a version, given by its second number. */
export function isSafeSysctl(name: string, minor: number): boolean {
  return (SAFE_SINCE.get(name) ?? Infinity) <= minor;
}

/** The policy version, by its second number, from which on a sysctl is safe. */
const SAFE_SINCE: ReadonlyMap<string, number> = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_wmem', 32],
  ['net.ipv4.tcp_notsent_lowat', 37],
  ['net.ipv4.tcp_slow_start_after_idle', 37],
]);

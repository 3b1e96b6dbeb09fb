import type { ReviewedContainer, Workload } from '../workload';
import { isWindows } from './role';
import { userOf } from './user';

/** The ports of a container that are root's, where it does not run as root: each with its position in the list. */
export function rootPortsOf(
  reviewed: ReviewedContainer,
  workload: Workload,
): readonly (readonly [position: number, port: number])[] {
  const { ports = [], securityContext } = reviewed.container;
  if (!userOf(reviewed, workload).isNeverRoot || isWindows(workload)) return [];
  const added = securityContext?.capabilities?.add ?? [];
  if (added.some((name) => /^(CAP_)?(NET_BIND_SERVICE|ALL)$/.test(name))) return [];
  const lowest = lowestFreePort(workload);
  return ports.flatMap(({ containerPort }, position) =>
    containerPort < lowest ? [[position, containerPort] as const] : [],
  );
}

function lowestFreePort({ spec }: Workload): number {
  const sysctl = spec.securityContext?.sysctls?.find(({ name }) => name === 'net.ipv4.ip_unprivileged_port_start');
  return sysctl === undefined ? 1024 : Number(sysctl.value);
}

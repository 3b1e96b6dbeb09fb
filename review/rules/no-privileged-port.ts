import { isWindows } from '../knowledge/role';
import { userOf } from '../knowledge/user';
import type { ContainerRule } from '../rule';
import type { Workload } from '../workload';

/** The first 1024 ports are root's, unless somebody says otherwise. */
export const noPrivilegedPort: ContainerRule = {
  id: 'no-privileged-port',
  about: 'container',
  severity: 'warning',
  title: 'Containers without root listen on ports of 1024 and more',
  consequence:
    'On nodes whose runtime keeps low ports for root the program cannot bind the port, and ends with "permission denied".',
  fix: 'Let the program listen on 8080 and the Service map its port to it, or set the sysctl `net.ipv4.ip_unprivileged_port_start`.',
  see: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls',
  *check(reviewed, workload) {
    const { container, path } = reviewed;
    if (!userOf(reviewed, workload).isNeverRoot || isWindows(workload)) return;
    const added = container.securityContext?.capabilities?.add ?? [];
    if (added.some((name) => /^(CAP_)?(NET_BIND_SERVICE|ALL)$/.test(name))) return;
    const lowest = lowestFreePort(workload);
    for (const [position, { containerPort }] of (container.ports ?? []).entries()) {
      if (containerPort >= lowest) continue;
      const at = path.child('ports').index(position).child('containerPort');
      yield { path: at, found: `\`${container.name}\` does not run as root and listens on port ${containerPort}.` };
    }
  },
};

function lowestFreePort({ spec }: Workload): number {
  const sysctl = spec.securityContext?.sysctls?.find(({ name }) => name === 'net.ipv4.ip_unprivileged_port_start');
  return sysctl === undefined ? 1024 : Number(sysctl.value);
}

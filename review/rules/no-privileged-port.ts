import { rootPortsOf } from '../knowledge/root-port';
import type { ContainerRule } from '../rule';

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
    for (const [position, port] of rootPortsOf(reviewed, workload)) {
      const at = path.child('ports').index(position).child('containerPort');
      yield { path: at, found: `\`${container.name}\` does not run as root and listens on port ${port}.` };
    }
  },
};

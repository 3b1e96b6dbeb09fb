import type { ContainerRule } from '../rule';

/** Nobody logs in to a container. */
export const noSshPort: ContainerRule = {
  id: 'no-ssh-port',
  about: 'container',
  severity: 'warning',
  title: 'Containers offer no SSH',
  consequence:
    'A second way in has keys and logs of its own, past the access control and the audit log of the API server.',
  fix: 'Remove the server; `kubectl exec` and `kubectl debug` are the way in, under RBAC.',
  see: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/',
  *check({ container: { name, ports = [] }, path }) {
    for (const [position, { containerPort, protocol }] of ports.entries()) {
      if (containerPort !== 22 || protocol !== 'TCP') continue;
      yield {
        path: path.child('ports').index(position).child('containerPort'),
        found: `\`${name}\` listens on port 22.`,
      };
    }
  },
};

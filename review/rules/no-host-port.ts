import type { ContainerRule } from '../rule';

/** A port of the node is there once. */
export const noHostPort: ContainerRule = {
  id: 'no-host-port',
  about: 'container',
  severity: 'warning',
  title: 'Containers take no port of the node',
  consequence:
    'Two such Pods never fit on one node, so that a rollout may wait for ever, and the port is open past every Service and most network policies.',
  fix: 'Remove `hostPort` and put a Service in front of the Pods.',
  see: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  *check({ container: { ports = [] }, path }, { kind, spec }) {
    if (spec.hostNetwork === true) return;
    for (const [position, { containerPort, hostPort = 0 }] of ports.entries()) {
      if (hostPort === 0) continue;
      yield {
        path: path.child('ports').index(position).child('hostPort'),
        ...(kind === 'DaemonSet' && { severity: 'info' }),
        found: `Port ${containerPort} is port ${hostPort} of the node, too.`,
      };
    }
  },
};

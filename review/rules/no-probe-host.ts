import { probesOf } from '../knowledge/probes';
import type { ContainerRule } from '../rule';

/** The kubelet asks from the node: another host is another machine. */
export const noProbeHost: ContainerRule = {
  id: 'no-probe-host',
  about: 'container',
  severity: 'warning',
  title: 'Probes ask their own Pod',
  consequence:
    'The kubelet asks from the node, so that the answer is not that of the container; Pod Security baseline refuses it from Kubernetes 1.34 on.',
  fix: 'Leave `host` out: the probe asks the address of the Pod. A virtual host belongs into the header `Host`.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes',
  *check(reviewed, { spec }) {
    for (const { name, path, probe } of probesOf(reviewed)) {
      for (const handler of ['httpGet', 'tcpSocket'] as const) {
        const host = probe[handler]?.host ?? '';
        if (host === '' || (spec.hostNetwork === true && /^(127\.|localhost$|::1$)/.test(host))) continue;
        yield { path: path.child(handler).child('host'), found: `The ${name} asks the host \`${host}\`.` };
      }
    }
  },
};

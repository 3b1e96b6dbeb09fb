import { knownProgramIn } from '../knowledge/known-program';
import { speaksHttp } from '../knowledge/serving';
import type { ContainerRule } from '../rule';

/** An open port is not an answer. */
export const noTcpReadiness: ContainerRule = {
  id: 'no-tcp-readiness',
  about: 'container',
  severity: 'warning',
  title: 'HTTP servers are asked over HTTP',
  consequence: 'The port is open before the application can answer, and stays open when it cannot: clients see 503.',
  fix: 'Write an `httpGet` of a path that answers 200 only when requests can be served.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-tcp-liveness-probe',
  *check({ container: { image, livenessProbe, ports = [], readinessProbe }, path }) {
    const asked = readinessProbe?.tcpSocket?.port;
    if (asked === undefined || knownProgramIn(image) !== undefined) return;
    const port = ports.find(({ containerPort, name }) => name === asked || containerPort === asked);
    const sameByHttp = livenessProbe?.httpGet?.port;
    const answersHttp = sameByHttp !== undefined && (sameByHttp === asked || sameByHttp === port?.name);
    if (!answersHttp && (port === undefined || !speaksHttp(port))) return;
    yield {
      path: path.child('readinessProbe').child('tcpSocket'),
      found: `Readiness asks only whether port \`${asked}\` is open, and that port speaks HTTP.`,
    };
  },
};

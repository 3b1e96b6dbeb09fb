import { secondsUntilFailure } from '../../lib/kube/lifecycle';
import type { Probe } from '../../lib/kube/api/probe';
import { asksTheSame } from '../knowledge/probes';
import { isRunning } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** Out of rotation and killed are two answers, and one question cannot give both. */
export const noIdenticalProbes: ContainerRule = {
  id: 'no-identical-probes',
  about: 'container',
  severity: 'error',
  title: 'Readiness and liveness ask different questions',
  consequence:
    'A Pod that is only busy is killed instead of getting a pause, its load falls on the others, and they follow.',
  fix: 'Let liveness ask only whether the process is stuck, as `/healthz/live`, with more patience than readiness; or leave it out.',
  see: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  *check(reviewed) {
    const { livenessProbe, readinessProbe } = reviewed.container;
    if (!isRunning(reviewed) || livenessProbe === undefined || readinessProbe === undefined) return;
    if (!asksTheSame(livenessProbe, readinessProbe)) return;
    const patience = secondsUntilFailure(livenessProbe);
    const isPatient = patience > secondsUntilFailure(readinessProbe);
    yield {
      path: reviewed.path.child('livenessProbe'),
      ...(isPatient && { severity: 'info' }),
      found: `Both probes ask ${titleOf(livenessProbe)}, and liveness gives up after ${patience} s.`,
    };
  },
};

function titleOf({ exec, grpc, httpGet, tcpSocket }: Probe): string {
  if (httpGet !== undefined) return `\`${httpGet.path ?? '/'}\` on port \`${httpGet.port}\``;
  if (tcpSocket !== undefined) return `whether port \`${tcpSocket.port}\` is open`;
  if (grpc !== undefined) return `gRPC on port \`${grpc.port}\``;
  return `\`${(exec?.command ?? []).join(' ').slice(0, 60)}\``;
}

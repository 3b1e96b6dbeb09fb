import type { Container } from '../../lib/kube/api/container';
import type { Probe } from '../../lib/kube/api/probe';
import type { IntOrString } from '../../lib/kube/api/scalars';
import { secondsUntilFailure } from '../../lib/kube/lifecycle';
import { code, seconds, times } from './words';

/** The ways in which a probe can ask; a hook knows some of them. */
export type Action = Pick<Probe, 'exec' | 'grpc' | 'httpGet' | 'tcpSocket'>;

/** What a probe or hook does, as something that can succeed: `HTTP GET /ready on port http (8080)`. */
export function actionText(action: Action, container: Container): string {
  const { exec, grpc, httpGet, tcpSocket } = action;
  if (httpGet !== undefined) {
    const { path = '/', port, scheme = 'HTTP' } = httpGet;
    return `${SCHEMES.has(scheme) ? scheme : code(scheme)} GET ${code(path)} on port ${portText(port, container)}${onHost(httpGet.host)}`;
  }
  if (tcpSocket !== undefined)
    return `a TCP connection to port ${portText(tcpSocket.port, container)}${onHost(tcpSocket.host)}`;
  if (grpc !== undefined) {
    const { port, service = '' } = grpc;
    return `the gRPC health check on port ${code(port)}${service === '' ? '' : ` for ${code(service)}`}`;
  }
  if (exec !== undefined) return `the command ${code((exec.command ?? []).join(' '))}`;
  return 'a check without an action';
}

/** How often a probe asks and when it gives up: `every 5 s, 3 failures in a row`. */
export function rhythmText({ initialDelaySeconds = 0, periodSeconds = 10, timeoutSeconds = 1 }: Probe): string {
  const delay = initialDelaySeconds > 0 ? ` after the first ${seconds(initialDelaySeconds)}` : '';
  return `asked every ${seconds(periodSeconds)}${delay}, with ${seconds(timeoutSeconds)} to answer`;
}

/** `fails`, or `fails 3 times in a row`. */
export function failuresText({ failureThreshold = 3 }: Probe): string {
  return failureThreshold === 1 ? 'fails' : `fails ${times(failureThreshold)} in a row`;
}

/** How long a probe is asked before it gives up: longer where it waits for its timeout than where it is refused. */
export function patienceText(probe: Probe): string {
  const { failureThreshold = 3, initialDelaySeconds = 0, periodSeconds = 10 } = probe;
  const refused = initialDelaySeconds + failureThreshold * periodSeconds;
  const silent = secondsUntilFailure(probe);
  return silent > refused ? `${seconds(refused)} (${seconds(silent)} when nothing answers at all)` : seconds(refused);
}

const SCHEMES: ReadonlySet<string> = new Set(['HTTP', 'HTTPS']);

/** The port as it is written, and its number where a name stands for one: `` `http` (8080) ``. */
function portText(port: IntOrString, { ports = [] }: Container): string {
  if (typeof port === 'number') return code(port);
  const found = ports.find(({ name }) => name === port)?.containerPort;
  return found === undefined ? code(port) : `${code(port)} (${found})`;
}

function onHost(host: string | undefined): string {
  return host === undefined || host === '' ? '' : ` of host ${code(host)}`;
}

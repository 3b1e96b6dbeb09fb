import type {
  GRPCAction,
  HTTPGetAction,
  HTTPHeader,
  Lifecycle,
  LifecycleHandler,
  Probe,
  TCPSocketAction,
} from '../kube/api/probe';
import type { Except } from './reason';

/** When and how often a probe asks, and when it has failed. */
export interface ProbeTimings<out Successes extends number = number> extends Omit<
  Probe,
  'httpGet' | 'tcpSocket' | 'grpc' | 'exec' | 'successThreshold'
> {
  /** How many successes in a row it takes; only a readiness probe may ask for more than one. @default 1 */
  readonly successThreshold?: Successes;
}

/** A probe aimed at one of the given ports: one handler, and the timings. */
export interface ProbeAt<
  out Port extends string | number,
  out Successes extends number = number,
> extends ProbeTimings<Successes> {
  readonly httpGet?: Request & { readonly port: Port };
  readonly tcpSocket?: Omit<TCPSocketAction, 'port'> & { readonly port: Port };
  readonly grpc?: Omit<GRPCAction, 'port'> & { readonly port: Port };
  readonly exec?: Exec;
}

/** What happens right after a container's start and right before its stop. */
export interface Hooks extends Omit<Lifecycle, 'postStart' | 'preStop'> {
  readonly postStart?: Hook;
  readonly preStop?: Hook;
}

/** What may be said of an HTTP check beside its path and port. */
export interface HttpGetOptions<Successes extends number> extends ProbeTimings<Successes> {
  /** @default 'HTTP' */
  readonly scheme?: HTTPGetAction['scheme'];
  readonly httpHeaders?: Headers;
}

/**
 * Asks by HTTP GET, from the node; any status from 200 to 399 is a success.
 *
 * @example `readinessProbe: httpGet('/healthz/ready', 'http', { periodSeconds: 5 })`
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export function httpGet<const Port extends string | number, const Successes extends number = 1>(
  path: string,
  port: Port,
  options: HttpGetOptions<Successes> = {},
): ProbeAt<Port, Successes> {
  const { scheme, httpHeaders, ...timings } = options;
  return {
    httpGet: {
      path,
      port,
      ...(scheme === undefined ? {} : { scheme }),
      ...(httpHeaders === undefined ? {} : { httpHeaders }),
    },
    ...timings,
  };
}

/**
 * Asks whether the port accepts a TCP connection, which says that something listens, not that it can serve.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export function tcpSocket<const Port extends string | number, const Successes extends number = 1>(
  port: Port,
  timings?: ProbeTimings<Successes>,
): ProbeAt<Port, Successes> {
  return { tcpSocket: { port }, ...timings };
}

/**
 * Asks the gRPC health service on a port, given by number since the API takes no name here.
 *
 * @see https://github.com/grpc/grpc/blob/master/doc/health-checking.md
 */
export function grpc<const Port extends number, const Successes extends number = 1>(
  port: Port,
  options: ProbeTimings<Successes> & { readonly service?: string } = {},
): ProbeAt<Port, Successes> {
  const { service, ...timings } = options;
  return { grpc: { port, ...(service === undefined ? {} : { service }) }, ...timings };
}

/**
 * Runs a command in the container; exit code 0 is a success. No shell is implied: name one where you need it.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
 */
export function exec<const Successes extends number = 1>(
  command: Words,
  timings?: ProbeTimings<Successes>,
): ProbeAt<never, Successes> {
  return { exec: { command }, ...timings };
}

/** A word that looks like a secret takes an exception. */
type Words = readonly (string | Except<string>)[];

/** A value that looks like a secret takes an exception. */
type Headers = readonly (Omit<HTTPHeader, 'value'> & { readonly value: string | Except<string> })[];

interface Exec {
  readonly command?: Words;
}

interface Request extends Omit<HTTPGetAction, 'port' | 'httpHeaders'> {
  readonly httpHeaders?: Headers;
}

interface Hook extends Omit<LifecycleHandler, 'exec' | 'httpGet'> {
  readonly exec?: Exec;
  readonly httpGet?: Request & Pick<HTTPGetAction, 'port'>;
}

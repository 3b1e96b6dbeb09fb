import { addAmbassador } from '../ambassador';
import type { Upstream, Wires } from '../ambassador';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { ENVOY_COMMAND, ENVOY_IMAGE, ENVOY_RESOURCES, ENVOY_USER, envoyConfig, envoyStarted } from './envoy';
import { envoyForUpstream } from './envoy-for-upstream';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { caPath, mountsOf } from './upstream-tls';
import type { UpstreamTls } from './upstream-tls';

/** Where Envoy leads to, what it understands of what passes, and how the application reaches it. */
export interface EnvoyAmbassadorOptions<
  Name extends string,
  Listens extends Readonly<Record<string, number>>,
  Volume extends string,
  Health extends Readonly<Record<string, number>>,
  Application extends string,
> extends ReadyMadeOptions<Name> {
  readonly upstream: Upstream;
  /** The port on localhost, by name: `{ inventory: 8081 }`. */
  readonly listens: Listens;
  /** The application's variables that are to lead to it. */
  readonly wires: Wires;
  /** The container that gets the variables. @default the application container */
  readonly application?: Application;
  /** What it understands: bytes, HTTP/1.1, or HTTP/2 and so gRPC. @default 'tcp' */
  readonly protocol?: 'tcp' | 'http' | 'http2';
  /** TLS to the upstream, whose certificate must be of this CA and in the upstream's name. @default none */
  readonly tls?: UpstreamTls<Volume> & {
    /** The name in the certificate, where it is another. @default the host of the upstream */
    readonly name?: string;
  };
  /** @default 2 */
  readonly connectTimeoutSeconds?: number;
  /** For a whole answer, of HTTP and HTTP/2 alone; 0 for none, as streams need it. @default 15, as Envoy has it */
  readonly timeoutSeconds?: number;
  /** How often it tries once more where the upstream has not taken the connection or the request. @default 2 */
  readonly retries?: number;
  /** Where the kubelet asks whether it is up: another for a second Envoy. @default `{ 'envoy-health': 9903 }` */
  readonly health?: Health;
}

/**
 * Lets an application talk to localhost where the other side wants TLS, and takes timeouts and retries out of it.
 *
 * **Use it** for an application that cannot speak TLS or HTTP/2, or whose client neither gives up nor tries again.
 * **Not** where its own library does that well, not where a mesh does it for every Pod, and not to share a limit between
 * replicas: each has an Envoy that knows nothing of the others.
 *
 * **Costs** 50m CPU and 64 Mi of memory for each replica, and a hop on the loopback for each request.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/configuration
 */
export function envoyAmbassador<
  const Listens extends Readonly<Record<string, number>>,
  const Volume extends string = never,
  const Health extends Readonly<Record<string, number>> = typeof HEALTH,
  const Application extends string = never,
  const Name extends string = 'envoy-ambassador',
>(
  options: EnvoyAmbassadorOptions<Name, Listens, Volume, Health, Application>,
): Pattern<
  HelperAdded<{ name: Name; ports: Health; internal: Listens; volume: `${Name}-config` }>,
  {
    readonly volumes: Readonly<Record<Volume, true>>;
    readonly containers: Readonly<Record<Application, string>>;
  }
> {
  const { upstream, listens, wires, application, tls } = options;
  const ports: Readonly<Record<string, number>> = options.health ?? HEALTH;
  const [[healthName, healthPort] = ['', 0]] = Object.entries(ports);
  const config = envoyForUpstream({
    upstream,
    listens,
    healthPort,
    protocol: options.protocol ?? 'tcp',
    connectTimeoutSeconds: options.connectTimeoutSeconds ?? 2,
    timeoutSeconds: options.timeoutSeconds ?? 15,
    retries: options.retries ?? 2,
    tls: tls && { ca: caPath(TLS_PATH, tls), name: tls.name ?? upstream.slice(0, upstream.lastIndexOf(':')) },
  });
  return pattern((pod) =>
    addAmbassador(pod, {
      ...chosen(options, { image: ENVOY_IMAGE, resources: ENVOY_RESOURCES, runAsUser: ENVOY_USER }),
      name: options.name ?? 'envoy-ambassador',
      upstream,
      listens,
      ports,
      wires,
      ...(application === undefined ? {} : { application }),
      command: ENVOY_COMMAND,
      startupProbe: envoyStarted(healthName),
      reads: mountsOf(TLS_PATH, tls?.volume),
      config: envoyConfig(config),
    }),
  );
}

const HEALTH = { 'envoy-health': 9903 } as const;
const TLS_PATH = '/etc/upstream-tls';

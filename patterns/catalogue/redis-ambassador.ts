import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import { ambassador } from '../ambassador';
import type { Upstream, Wires } from '../ambassador';
import type { Pattern } from '../pattern';
import type { HelperAdded } from '../sidecar';
import { envoyForRedis } from './envoy-for-redis';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Where the Redis cluster is, and how the application reaches its ambassador. */
export interface RedisAmbassadorOptions<
  Name extends string,
  Volume extends string,
  Port extends number,
> extends ReadyMadeOptions<Name> {
  /** Any node of the cluster, or a Service before all of them; the others are found from there. */
  readonly upstream: Upstream;
  /** TLS to the cluster: the volume with the certificate of its CA, in the file `ca.crt` if not said otherwise. */
  readonly tls?: { readonly volume: Volume; readonly ca?: string };
  /** The port on localhost. @default 6379 */
  readonly port?: Port;
  /** The application's variables that are to lead to it. @default `{ host: 'REDIS_HOST', port: 'REDIS_PORT' }` */
  readonly wires?: Wires;
}

/**
 * Lets an application talk to a Redis cluster as to one Redis on localhost: Envoy knows the slots, follows `MOVED`, and
 * speaks TLS.
 *
 * **Use it** where a client speaks neither Redis Cluster nor TLS, or should not have to. **Not** for commands over keys
 * of several slots, transactions or subscriptions, of which Envoy's proxy knows few or none; and not where the client
 * library speaks Redis Cluster well: then it is one hop and one process too many.
 *
 * **Costs** 50m CPU and 64 Mi of memory for each replica, and a hop on the loopback for each command.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/other_protocols/redis
 */
export function redisAmbassador<
  const Volume extends string = never,
  const Port extends number = 6379,
  const Name extends string = 'redis-ambassador',
>(
  options: RedisAmbassadorOptions<Name, Volume, Port>,
): Pattern<
  HelperAdded<Name, typeof HEALTH, { readonly redis: Port }, `${Name}-config`>,
  { readonly volumes: Readonly<Record<Volume, true>>; readonly containers: Readonly<Record<never, string>> }
> {
  const { name = 'redis-ambassador' as Name, upstream, tls, port = 6379 as Port, wires = WIRES } = options;
  const config = envoyForRedis({ upstream, port, healthPort: HEALTH['redis-health'], ca: caPath(tls) });
  return ambassador({
    ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 65532 }),
    name,
    upstream,
    listens: { redis: port },
    ports: HEALTH,
    wires,
    command: ['/usr/local/bin/envoy', '--config-path', '/etc/envoy/envoy.yaml', '--disable-hot-restart'],
    startupProbe: httpGet('/ready', 'redis-health', { periodSeconds: 1, failureThreshold: 30 }),
    reads: mountsOf<Volume>(tls?.volume),
    config: { mountPath: '/etc/envoy', files: { 'envoy.yaml': config } },
  });
}

const IMAGE = 'envoyproxy/envoy:distroless-v1.37.2';
const HEALTH = { 'redis-health': 9902 } as const;
const RESOURCES: Resources = { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } };
const WIRES: Wires = { host: 'REDIS_HOST', port: 'REDIS_PORT' };
const TLS_PATH = '/etc/redis-tls';

function caPath(tls: { readonly ca?: string } | undefined): string | undefined {
  return tls === undefined ? undefined : `${TLS_PATH}/${tls.ca ?? 'ca.crt'}`;
}

function mountsOf<Volume extends string>(volume: Volume | undefined): Readonly<Record<string, Volume>> {
  return volume === undefined ? {} : { [TLS_PATH]: volume };
}

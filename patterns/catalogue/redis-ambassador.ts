import { ambassador } from '../ambassador';
import type { Upstream, Wires } from '../ambassador';
import type { HelperAdded } from '../helper-added';
import type { Pattern } from '../pattern';
import { ENVOY_COMMAND, ENVOY_IMAGE, ENVOY_RESOURCES, ENVOY_USER, envoyConfig, envoyStarted } from './envoy';
import { envoyForRedis } from './envoy-for-redis';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { caPath, mountsOf } from './upstream-tls';
import type { UpstreamTls } from './upstream-tls';

/** Where the Redis cluster is, and how the application reaches its ambassador. */
export interface RedisAmbassadorOptions<
  Name extends string,
  Volume extends string,
  Port extends number,
> extends ReadyMadeOptions<Name> {
  /** Any node of the cluster, or a Service before all of them; the others are found from there. */
  readonly upstream: Upstream;
  /** TLS to the cluster; the certificates of all its nodes are of this CA, whatever their names. @default none */
  readonly tls?: UpstreamTls<Volume>;
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
  HelperAdded<{ name: Name; ports: typeof HEALTH; internal: { readonly redis: Port }; volume: `${Name}-config` }>,
  { readonly volumes: Readonly<Record<Volume, true>>; readonly containers: Readonly<Record<never, string>> }
> {
  const { name = 'redis-ambassador' as Name, upstream, tls, port = 6379 as Port, wires = WIRES } = options;
  const config = envoyForRedis({
    upstream,
    port,
    healthPort: HEALTH['redis-health'],
    ca: tls && caPath(TLS_PATH, tls),
  });
  return ambassador({
    ...chosen(options, { image: ENVOY_IMAGE, resources: ENVOY_RESOURCES, runAsUser: ENVOY_USER }),
    name,
    upstream,
    listens: { redis: port },
    ports: HEALTH,
    wires,
    command: ENVOY_COMMAND,
    startupProbe: envoyStarted('redis-health'),
    reads: mountsOf(TLS_PATH, tls?.volume),
    config: envoyConfig(config),
  });
}

const HEALTH = { 'redis-health': 9902 } as const;
const WIRES: Wires = { host: 'REDIS_HOST', port: 'REDIS_PORT' };
const TLS_PATH = '/etc/redis-tls';

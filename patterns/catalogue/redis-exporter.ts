import type { EnvFrom } from '../../lib/pod/env';
import type { Resources } from '../../lib/pod/quantities';
import { addAdapter } from '../adapter';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { tryPortNumber } from '../port-of-pod';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which Redis is read, and as whom. */
export interface RedisExporterOptions<Name extends string, Port extends string> extends ReadyMadeOptions<Name> {
  /** The port of Redis, by name. */
  readonly port: Port;
  /** The password of Redis, where it has one: `secretKey('redis', 'password')`. */
  readonly password?: EnvFrom;
  /** Annotations that lead Prometheus to the port, for clusters that go by them. */
  readonly scrape?: { readonly path?: string };
}

/**
 * Offers the state of a Redis as metrics for Prometheus, on a port named `metrics`.
 *
 * **Use it** beside each Redis server. **Not** beside an application that only uses one: what it would tell is the
 * server's, and every replica would tell it again.
 *
 * **Costs** 10m CPU and 24 Mi of memory for each replica.
 *
 * @see https://github.com/oliver006/redis_exporter
 */
export function redisExporter<const Port extends string, const Name extends string = 'redis-exporter'>(
  options: RedisExporterOptions<Name, Port>,
): Pattern<HelperAdded<{ name: Name; ports: typeof PORTS }>, { readonly ports: Readonly<Record<Port, true>> }> {
  const { name = 'redis-exporter' as Name, port, password, scrape } = options;
  return pattern((pod) =>
    addAdapter(pod, {
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 59000 }),
      name: name,
      source: { port: port },
      metrics: PORTS,
      env: {
        REDIS_ADDR: `redis://127.0.0.1:${String(tryPortNumber(pod, port))}`,
        ...(password === undefined ? {} : { REDIS_PASSWORD: password }),
      },
      ...(scrape === undefined ? {} : { scrape }),
    }),
  );
}

const IMAGE = 'oliver006/redis_exporter:v1.66.0';
const PORTS = { metrics: 9121 } as const;
const RESOURCES: Resources = { requests: { cpu: '10m', memory: '24Mi' }, limits: { memory: '48Mi' } };

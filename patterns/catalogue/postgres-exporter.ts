import type { EnvFrom } from '../../lib/pod/env';
import type { Resources } from '../../lib/pod/quantities';
import { addAdapter } from '../adapter';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { tryPortNumber } from '../port-of-pod';
import { chosen, NOBODY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which PostgreSQL is read, and as whom. */
export interface PostgresExporterOptions<Name extends string, Port extends string> extends ReadyMadeOptions<Name> {
  /** The port of PostgreSQL, by name. */
  readonly port: Port;
  /** @default 'postgres' */
  readonly database?: string;
  /** A user with the role `pg_monitor` and no other rights. */
  readonly user: string | EnvFrom;
  /** The user's password: `secretKey('orders-db', 'exporter-password')`. */
  readonly password: EnvFrom;
  /** Annotations that lead Prometheus to the port, for clusters that go by them. */
  readonly scrape?: { readonly path?: string };
}

/**
 * Offers the state of a PostgreSQL as metrics for Prometheus, on a port named `metrics`.
 *
 * **Use it** beside each PostgreSQL server. **Not** beside an application that only uses one: what it would tell is the
 * server's, and every replica would tell it again.
 *
 * **Costs** 20m CPU and 32 Mi of memory for each replica.
 *
 * @see https://github.com/prometheus-community/postgres_exporter
 */
export function postgresExporter<const Port extends string, const Name extends string = 'postgres-exporter'>(
  options: PostgresExporterOptions<Name, Port>,
): Pattern<HelperAdded<{ name: Name; ports: typeof PORTS }>, { readonly ports: Readonly<Record<Port, true>> }> {
  const { name = 'postgres-exporter' as Name, port, database = 'postgres', user, password, scrape } = options;
  return pattern((pod) =>
    addAdapter(pod, {
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: NOBODY }),
      name: name,
      source: { port: port },
      metrics: PORTS,
      env: {
        DATA_SOURCE_URI: `127.0.0.1:${String(tryPortNumber(pod, port))}/${database}?sslmode=disable`,
        DATA_SOURCE_USER: user,
        DATA_SOURCE_PASS: password,
      },
      ...(scrape === undefined ? {} : { scrape }),
    }),
  );
}

const IMAGE = 'quay.io/prometheuscommunity/postgres-exporter:v0.16.0';
const PORTS = { metrics: 9187 } as const;
const RESOURCES: Resources = { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '64Mi' } };

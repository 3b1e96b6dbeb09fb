import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import { ambassador } from '../ambassador';
import type { Wires } from '../ambassador';
import type { HelperAdded } from '../helper-added';
import type { Pattern } from '../pattern';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which instance is meant, and how the application reaches it. */
export interface CloudSqlProxyOptions<Name extends string, Port extends number> extends ReadyMadeOptions<Name> {
  /** The connection name of the instance: `project:region:instance`. */
  readonly instance: `${string}:${string}:${string}`;
  /** The port on localhost: 5432 for PostgreSQL, 3306 for MySQL, 1433 for SQL Server. */
  readonly port: Port;
  /** Whether the instance is reached by its private address. @default false */
  readonly privateIp?: boolean;
  /** The application's variables that are to lead to it. @default `{ host: 'DB_HOST', port: 'DB_PORT' }` */
  readonly wires?: Wires;
}

/**
 * Lets an application talk to a Cloud SQL instance on localhost: the proxy authorizes itself by IAM and encrypts.
 *
 * **Use it** on GKE with a service account that may act as a client of Cloud SQL. **Not** where the application uses one
 * of Google's connector libraries, which do the same without a process of their own.
 *
 * **Costs** 50m CPU and 64 Mi of memory for each replica; more where many connections are opened at once.
 *
 * @see https://github.com/GoogleCloudPlatform/cloud-sql-proxy
 */
export function cloudSqlProxy<const Port extends number, const Name extends string = 'cloud-sql-proxy'>(
  options: CloudSqlProxyOptions<Name, Port>,
): Pattern<
  HelperAdded<{ name: Name; ports: typeof HEALTH; internal: { readonly 'cloud-sql': Port } }>,
  { readonly volumes: Readonly<Record<never, true>>; readonly containers: Readonly<Record<never, string>> }
> {
  const { name = 'cloud-sql-proxy' as Name, instance, port, privateIp = false, wires = WIRES } = options;
  const [connection, number]: readonly [string, number] = [instance, port];
  return ambassador({
    ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 65532 }),
    name,
    upstream: `${connection}:${number}`,
    listens: { 'cloud-sql': port },
    ports: HEALTH,
    wires,
    args: [
      `--port=${port}`,
      '--structured-logs',
      '--health-check',
      '--http-address=0.0.0.0',
      `--http-port=${HEALTH['sql-health']}`,
      ...(privateIp ? ['--private-ip'] : []),
      instance,
    ],
    startupProbe: httpGet('/startup', 'sql-health', { periodSeconds: 1, failureThreshold: 30 }),
    livenessProbe: httpGet('/liveness', 'sql-health', { periodSeconds: 30, failureThreshold: 5 }),
  });
}

const IMAGE = 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1';
const HEALTH = { 'sql-health': 9801 } as const;
const RESOURCES: Resources = { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } };
const WIRES: Wires = { host: 'DB_HOST', port: 'DB_PORT' };

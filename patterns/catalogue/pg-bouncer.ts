import { exec } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import { addAmbassador } from '../ambassador';
import type { Upstream, Wires } from '../ambassador';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { caPath, mountsOf } from './upstream-tls';
import type { UpstreamTls } from './upstream-tls';

/** Which PostgreSQL is meant, who may log in, and how connections are shared. */
export interface PgBouncerOptions<
  Name extends string,
  Users extends string,
  Volume extends string,
  Port extends number,
> extends ReadyMadeOptions<Name> {
  readonly upstream: Upstream;
  /** The volume with the file of users, a line `"name" "password"` each, and that file. @default `userlist.txt` */
  readonly users: { readonly volume: Users; readonly file?: string };
  /** The port on localhost. @default 5432 */
  readonly port?: Port;
  /** The application's variables that are to lead to it. @default `{ host: 'DB_HOST', port: 'DB_PORT' }` */
  readonly wires?: Wires;
  /** When others may have a connection to the server: after each transaction, or session. @default 'transaction' */
  readonly poolMode?: 'transaction' | 'session';
  /** Connections to the server for each user and database, of each replica. @default 10 */
  readonly poolSize?: number;
  /** Connections that the application may have open. @default 200 */
  readonly maxClients?: number;
  /** TLS to the server, whose certificate must be of this CA and in its name. @default where offered, and unchecked */
  readonly tls?: UpstreamTls<Volume>;
}

/**
 * Keeps a few connections to a PostgreSQL and lends them to an application that opens many, on localhost.
 *
 * **Use it** for an application that opens a connection for each request or worker, as PHP and Python do. **Not** where
 * the application pools by itself; not with `poolMode: 'transaction'` for sessions that hold something, as `LISTEN`,
 * advisory locks and `SET` do; and where many replicas share one server, a PgBouncer of its own before it bounds all of
 * them, which one a replica cannot.
 *
 * **Costs** 20m CPU and 16 Mi of memory for each replica.
 *
 * @see https://www.pgbouncer.org/config.html
 */
export function pgBouncer<
  const Users extends string,
  const Volume extends string = never,
  const Port extends number = 5432,
  const Name extends string = 'pgbouncer',
>(
  options: PgBouncerOptions<Name, Users, Volume, Port>,
): Pattern<
  HelperAdded<{ name: Name; internal: { readonly postgres: Port }; volume: `${Name}-config` }>,
  { readonly volumes: Readonly<Record<Users | Volume, true>> }
> {
  const { upstream, users, tls, wires = WIRES } = options;
  const port: number = options.port ?? 5432;
  return pattern((pod) =>
    addAmbassador(pod, {
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 70 }),
      name: options.name ?? 'pgbouncer',
      upstream,
      listens: { postgres: port },
      wires,
      command: ['/usr/bin/pgbouncer', '/etc/pgbouncer/pgbouncer.ini'],
      startupProbe: exec(['pg_isready', '--host=127.0.0.1', `--port=${port}`, '--quiet'], {
        periodSeconds: 1,
        failureThreshold: 30,
      }),
      reads: { [USERS_PATH]: users.volume, ...mountsOf(TLS_PATH, tls?.volume) },
      config: { mountPath: '/etc/pgbouncer', files: { 'pgbouncer.ini': configOf(options, port) } },
    }),
  );
}

const IMAGE = 'edoburu/pgbouncer:v1.25.1-p0';
const RESOURCES: Resources = { requests: { cpu: '20m', memory: '16Mi' }, limits: { memory: '48Mi' } };
const WIRES: Wires = { host: 'DB_HOST', port: 'DB_PORT' };
const USERS_PATH = '/etc/pgbouncer-users';
const TLS_PATH = '/etc/upstream-tls';

/** Without a socket it writes nothing; drivers of Java send a parameter that no pool can keep, so it is left aside. */
function configOf(options: PgBouncerOptions<string, string, string, number>, port: number): string {
  const { upstream, users, tls, poolMode = 'transaction', poolSize = 10, maxClients = 200 } = options;
  const colon = upstream.lastIndexOf(':');
  return `[databases]
* = host=${upstream.slice(0, colon)} port=${upstream.slice(colon + 1)}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${USERS_PATH}/${users.file ?? 'userlist.txt'}
pool_mode = ${poolMode}
default_pool_size = ${poolSize}
max_client_conn = ${maxClients}
ignore_startup_parameters = extra_float_digits
${tls === undefined ? 'server_tls_sslmode = prefer' : `server_tls_sslmode = verify-full\nserver_tls_ca_file = ${caPath(TLS_PATH, tls)}`}
log_connections = 0
log_disconnections = 0
`;
}

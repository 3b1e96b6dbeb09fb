/** What HAProxy must know to stand for several upstreams. */
export interface HaproxyConfigOptions {
  /** As `host:port`, in order of preference. */
  readonly upstreams: readonly string[];
  /** Where it listens on localhost, by name. */
  readonly listens: Readonly<Record<string, number>>;
  /** Where the kubelet asks whether it is up. */
  readonly healthPort: number;
  readonly balance: Balance;
  /** What tells a server that is up: an answer by HTTP; undefined for a TCP connection. */
  readonly check: HttpCheck | undefined;
  /** The file with the certificate of the upstreams' CA, where they speak TLS. */
  readonly ca: string | undefined;
  /** Whether names are asked again while it runs. */
  readonly followDns: boolean;
}

/** Connections that stay open after a stop are closed after these seconds. */
export const HAPROXY_STOPS_WITHIN = 10;

/** Who gets a connection: each in turn, the one with the fewest, or the first of those that are up. */
export type Balance = 'roundrobin' | 'leastconn' | 'failover';

/** A question by HTTP of which any answer from 200 to 399 says that a server is up. */
export interface HttpCheck {
  readonly path: string;
  /** Where it is asked. @default the port of the upstream */
  readonly port?: number;
}

/**
 * The configuration of an HAProxy before several upstreams. Without a bound on connections it would set aside memory for
 * as many as the node allows, and without one on threads take as many as the node has cores.
 *
 * @see https://docs.haproxy.org/3.2/configuration.html
 */
export function haproxyConfig(options: HaproxyConfigOptions): string {
  const { listens, healthPort, balance, check, followDns } = options;
  const binds = Object.entries(listens).map(([name, port]) => `    bind 127.0.0.1:${port} name ${name}`);
  return `global
    log stdout format raw local0 notice
    maxconn 1024
    nbthread 1
    hard-stop-after ${HAPROXY_STOPS_WITHIN}s

defaults
    log global
    option redispatch
    timeout connect 5s
    timeout client 1h
    timeout server 1h
${followDns ? RESOLVERS : ''}
listen upstreams
    mode tcp
${binds.join('\n')}
    option clitcpka
    option srvtcpka
    balance ${balance === 'failover' ? 'roundrobin' : balance}
${check === undefined ? '' : `    option httpchk GET ${check.path}\n`}    default-server ${defaultsOf(options)}
${serversOf(options).join('\n')}

frontend health
    mode http
    bind *:${healthPort}
    timeout http-request 5s
    http-request return status 200 if { path /ready }
    http-request use-service prometheus-exporter if { path /metrics }
`;
}

/** Who is down loses his connections, so that the application opens others. */
function defaultsOf({ check, ca, followDns, balance }: HaproxyConfigOptions): string {
  return [
    'check inter 2s fall 3 rise 2 on-marked-down shutdown-sessions',
    ...(balance === 'failover' ? ['on-marked-up shutdown-backup-sessions'] : []),
    ...(check?.port === undefined ? [] : [`port ${check.port}`]),
    ...(ca === undefined ? [] : [`ssl verify required ca-file ${ca}`]),
    ...(followDns ? ['resolvers cluster init-addr last,libc,none'] : []),
  ].join(' ');
}

function serversOf({ upstreams, balance, ca }: HaproxyConfigOptions): string[] {
  return upstreams.map((upstream, position) => {
    const host = upstream.slice(0, upstream.lastIndexOf(':'));
    const named = ca === undefined ? '' : ` sni str(${host}) check-sni ${host} verifyhost ${host}`;
    return `    server ${upstream} ${upstream}${named}${balance === 'failover' && position > 0 ? ' backup' : ''}`;
  });
}

const RESOLVERS = `
resolvers cluster
    parse-resolv-conf
    hold valid 5s
`;

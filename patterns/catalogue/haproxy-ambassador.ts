import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import { addAmbassador } from '../ambassador';
import type { Upstream, Wires } from '../ambassador';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { HAPROXY_STOPS_WITHIN, haproxyConfig } from './haproxy-config';
import type { Balance, HttpCheck } from './haproxy-config';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { caPath, mountsOf } from './upstream-tls';
import type { UpstreamTls } from './upstream-tls';

/** Which servers HAProxy leads to, how it knows those that are up, and how the application reaches it. */
export interface HaproxyAmbassadorOptions<
  Name extends string,
  Listens extends Readonly<Record<string, number>>,
  Volume extends string,
  Application extends string,
> extends ReadyMadeOptions<Name> {
  /** In order of preference. */
  readonly upstreams: readonly [Upstream, ...Upstream[]];
  /** The port on localhost, by name: `{ postgres: 5432 }`. */
  readonly listens: Listens;
  /** The application's variables that are to lead to it. */
  readonly wires: Wires;
  /** The container that gets the variables. @default the application container */
  readonly application?: Application;
  /** Who gets a connection: each in turn, the one with the fewest, or the first that is up. @default 'roundrobin' */
  readonly balance?: Balance;
  /** What tells a server that is up, as Patroni's `{ path: '/primary', port: 8008 }`. @default a TCP connection */
  readonly check?: HttpCheck;
  /** TLS to the servers, whose certificates must be of this CA and in their own names. @default none */
  readonly tls?: UpstreamTls<Volume>;
  /**
   * Whether names are asked again while it runs, for servers whose addresses change as those of a headless Service. It
   * takes whole names then: `pg-0.pg.data.svc.cluster.local`. @default false: they are asked once, when it starts
   */
  readonly followDns?: boolean;
}

/**
 * Lets an application talk to one of several servers on localhost: HAProxy asks each every two seconds whether it is up,
 * and closes the connections to one that is not.
 *
 * **Use it** for several servers of which not every one can be had at any time, and a client that knows one address: the
 * primary of a PostgreSQL with Patroni, most of all. **Not** where a Service before the servers does the same by their
 * readiness, and not for requests that should be spread one by one: it spreads connections.
 *
 * **Costs** 20m CPU and 32 Mi of memory for each replica; and one check of each server every two seconds, by each.
 *
 * @see https://docs.haproxy.org/3.2/configuration.html
 */
export function haproxyAmbassador<
  const Listens extends Readonly<Record<string, number>>,
  const Volume extends string = never,
  const Application extends string = never,
  const Name extends string = 'haproxy-ambassador',
>(
  options: HaproxyAmbassadorOptions<Name, Listens, Volume, Application>,
): Pattern<
  HelperAdded<{ name: Name; ports: typeof HEALTH; internal: Listens; volume: `${Name}-config` }>,
  { readonly volumes: Readonly<Record<Volume, true>>; readonly containers: Readonly<Record<Application, string>> }
> {
  const { upstreams, listens, wires, application, check, tls, balance = 'roundrobin', followDns = false } = options;
  const ca = tls && caPath(TLS_PATH, tls);
  const config = haproxyConfig({
    upstreams,
    listens,
    healthPort: HEALTH['haproxy-health'],
    balance,
    check,
    ca,
    followDns,
  });
  return pattern((pod) =>
    addAmbassador(pod, {
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 99 }),
      name: options.name ?? 'haproxy-ambassador',
      upstream: upstreams,
      listens,
      ports: HEALTH,
      wires,
      ...(application === undefined ? {} : { application }),
      command: ['haproxy', '-db', '-f', '/etc/haproxy/haproxy.cfg'],
      startupProbe: httpGet('/ready', 'haproxy-health', { periodSeconds: 1, failureThreshold: 30 }),
      terminationSeconds: HAPROXY_STOPS_WITHIN,
      reads: mountsOf(TLS_PATH, tls?.volume),
      config: { mountPath: '/etc/haproxy', files: { 'haproxy.cfg': config } },
    }),
  );
}

const IMAGE = 'haproxy:3.2.6-alpine';
const HEALTH = { 'haproxy-health': 8404 } as const;
const RESOURCES: Resources = { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '64Mi' } };
const TLS_PATH = '/etc/upstream-tls';

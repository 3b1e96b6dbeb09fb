import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import { addAdapter } from '../adapter';
import type { HelperAdded } from '../helper-added';
import { applicationOf, pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { chosen, NOBODY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Where StatsD lines are taken, and what becomes of them. */
export interface StatsdExporterOptions<
  Name extends string,
  Port extends number,
  Application extends string,
> extends ReadyMadeOptions<Name> {
  /** The UDP port on localhost. @default 9125 */
  readonly port?: Port;
  /** The application's variables that are to lead to it. @default `{ host: 'STATSD_HOST', port: 'STATSD_PORT' }` */
  readonly wires?: { readonly host?: string; readonly port?: string };
  /** The container that gets the variables. @default the application container */
  readonly application?: Application;
  /** How names with dots become names with labels; the first that matches counts. @default dots become underscores */
  readonly mappings?: StatsdMappings;
  /** Annotations that lead Prometheus to the port, for clusters that go by them. */
  readonly scrape?: { readonly path?: string };
}

/** In order: the first that matches a line counts. */
export type StatsdMappings = readonly [StatsdMapping, ...StatsdMapping[]];

/** What becomes of the lines that match. */
export interface StatsdMapping {
  /** With `*` for a part between dots: `orders.*.placed`. */
  readonly match: string;
  /** The metric's name; `$1` is what the first `*` stands for. */
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Takes the StatsD lines that an application sends to localhost, and offers what they add up to as metrics for
 * Prometheus, on a port named `metrics`.
 *
 * **Use it** for an application that speaks StatsD and will not be taught another. **Not** for a new one, whose library
 * can offer metrics itself. Each replica counts for itself, and from nothing again after a restart, as Prometheus expects.
 *
 * **Costs** 10m CPU and 24 Mi of memory for each replica; more with many different names.
 *
 * @see https://github.com/prometheus/statsd_exporter
 */
export function statsdExporter<
  const Port extends number = 9125,
  const Application extends string = never,
  const Name extends string = 'statsd-exporter',
  const Mappings extends StatsdMappings | undefined = undefined,
>(
  options: StatsdExporterOptions<Name, Port, Application> & { readonly mappings?: Mappings },
): Pattern<
  HelperAdded<{
    name: Name;
    ports: typeof METRICS;
    internal: { readonly statsd: { readonly containerPort: Port; readonly protocol: 'UDP' } };
    volume: [Mappings] extends [undefined] ? never : `${Name}-config`;
  }>,
  { readonly containers: Readonly<Record<Application, string>> }
> {
  const { wires = WIRES, application, mappings, scrape } = options;
  const port: number = options.port ?? 9125;
  const env = {
    ...(wires.host === undefined ? {} : { [wires.host]: LOOPBACK }),
    ...(wires.port === undefined ? {} : { [wires.port]: String(port) }),
  };
  return pattern((pod) =>
    addAdapter(pod.extend(application ?? applicationOf(pod), { env }), {
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: NOBODY }),
      name: options.name ?? 'statsd-exporter',
      source: { listens: { statsd: { containerPort: port, protocol: 'UDP' } } },
      metrics: METRICS,
      args: [
        `--statsd.listen-udp=${LOOPBACK}:${port}`,
        '--statsd.listen-tcp=',
        `--web.listen-address=:${METRICS.metrics}`,
        ...(mappings === undefined ? [] : ['--statsd.mapping-config=/etc/statsd-exporter/mappings.yaml']),
      ],
      livenessProbe: httpGet('/-/healthy', 'metrics', { periodSeconds: 30 }),
      ...(mappings === undefined ? {} : { config: configOf(mappings) }),
      ...(scrape === undefined ? {} : { scrape }),
    }),
  );
}

const IMAGE = 'prom/statsd-exporter:v0.28.0';
const METRICS = { metrics: 9102 } as const;
const RESOURCES: Resources = { requests: { cpu: '10m', memory: '24Mi' }, limits: { memory: '64Mi' } };
/** The address rather than its name, which may be that of IPv6 as well: nobody answers a datagram that goes astray. */
const LOOPBACK = '127.0.0.1';
const WIRES = { host: 'STATSD_HOST', port: 'STATSD_PORT' } as const;

/** JSON strings are YAML, whatever stands in them. */
function configOf(mappings: StatsdMappings) {
  const entries = mappings.map(
    ({ match, name, labels = {} }) => `  - match: ${JSON.stringify(match)}
    name: ${JSON.stringify(name)}
    labels: ${JSON.stringify(labels)}
`,
  );
  return { mountPath: '/etc/statsd-exporter', files: { 'mappings.yaml': `mappings:\n${entries.join('')}` } };
}

import type { Env } from '../../lib/pod/env';
import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import type { HelperAdded } from '../helper-added';
import type { Pattern } from '../pattern';
import { sidecar } from '../sidecar';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** What is read, and where it is sent. */
export interface VectorShipperOptions<Name extends string, Volume extends string> extends ReadyMadeOptions<Name> {
  /** The volume that the application writes its logs to. */
  readonly volume: Volume;
  /** The files, from the root of the volume. @default '*.log' */
  readonly files?: string;
  /** Where events go: the type of one of Vector's sinks, and its options. @default JSON lines on stdout */
  readonly sink?: VectorSink;
  /** Variables that the sink refers to as `${TOKEN}`, so that no password stands in the ConfigMap. */
  readonly env?: Env;
}

/** A sink of Vector in the words of its own reference. */
export type VectorSink = { readonly type: string } & Readonly<Record<string, SinkOption>>;

/** A value in the configuration of a sink. */
export type SinkOption =
  string | number | boolean | readonly SinkOption[] | { readonly [Option in string]: SinkOption };

/**
 * Reads log files with Vector and sends their lines on, where it has got to kept across restarts of the helper.
 *
 * **Use it** where Vector is what the platform runs elsewhere, or one of its sinks is the only way to the destination.
 * **Not** for an application that logs to stdout: the platform's collector has that already; and where `logShipper` can
 * reach the destination, it takes a fraction of the memory.
 *
 * **Costs** 50m CPU and 96 Mi of memory for each replica.
 *
 * @see https://vector.dev/docs/reference/configuration/sources/file/
 */
export function vectorShipper<const Volume extends string, const Name extends string = 'vector-shipper'>(
  options: VectorShipperOptions<Name, Volume>,
): Pattern<
  HelperAdded<{ name: Name; ports: typeof PORTS; volume: `${Name}-config` }>,
  { readonly volumes: Readonly<Record<Volume, true>> }
> {
  const { name = 'vector-shipper' as Name, volume, files = '*.log', sink = STDOUT, env } = options;
  return sidecar({
    ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 10001 }),
    name,
    ifDown: 'observability',
    args: ['--config=/etc/vector/vector.yaml', `--graceful-shutdown-limit-secs=${DRAIN_SECONDS}`],
    ports: PORTS,
    ...(env === undefined ? {} : { env }),
    startupProbe: httpGet('/health', 'vector', { periodSeconds: 1, failureThreshold: 30 }),
    terminationSeconds: DRAIN_SECONDS,
    reads: { '/logs': volume },
    config: { mountPath: '/etc/vector', files: { 'vector.yaml': configOf(files, sink) } },
    scratch: { '/var/lib/vector': '16Mi' },
  });
}

const IMAGE = 'timberio/vector:0.43.1-distroless-static';
const PORTS = { vector: 8686 } as const;
const RESOURCES: Resources = { requests: { cpu: '50m', memory: '96Mi' }, limits: { memory: '192Mi' } };
const STDOUT: VectorSink = { type: 'console', encoding: { codec: 'json' } };

/** Vector's own 60 s are more than a Pod has by default. */
const DRAIN_SECONDS = 10;

/** JSON is YAML, whatever stands in it. */
function configOf(files: string, sink: VectorSink): string {
  const options = Object.entries(sink).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`);
  return `data_dir: /var/lib/vector
api:
  enabled: true
  address: 0.0.0.0:${PORTS.vector}
sources:
  logs:
    type: file
    include:
      - ${JSON.stringify(`/logs/${files}`)}
    read_from: beginning
sinks:
  out:
    inputs:
      - logs
${options.join('\n')}
`;
}

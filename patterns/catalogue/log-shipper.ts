import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import type { HelperAdded } from '../helper-added';
import type { Pattern } from '../pattern';
import { sidecar } from '../sidecar';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** What is read, and where it is sent. */
export interface LogShipperOptions<Name extends string, Volume extends string> extends ReadyMadeOptions<Name> {
  /** The volume that the application writes its logs to. */
  readonly volume: Volume;
  /** The files, from the root of the volume. @default '*.log' */
  readonly files?: string;
  /** Where records go: the name of one of Fluent Bit's outputs, and its properties. @default JSON lines on stdout */
  readonly output?: { readonly name: string } & Readonly<Record<string, string | number>>;
}

/**
 * Reads log files with Fluent Bit and sends their records on, where it has got to kept across restarts of the helper.
 *
 * **Use it** for an application that logs to files which have to be parsed, enriched or sent elsewhere. **Not** for one
 * that logs to stdout: the platform's collector has that already; and where many workloads want the same, one Fluent Bit
 * a node (a DaemonSet) costs less than one a replica.
 *
 * **Costs** 20m CPU and 48 Mi of memory for each replica.
 *
 * @see https://docs.fluentbit.io/manual/pipeline/inputs/tail
 */
export function logShipper<const Volume extends string, const Name extends string = 'log-shipper'>(
  options: LogShipperOptions<Name, Volume>,
): Pattern<
  HelperAdded<{ name: Name; ports: typeof PORTS; volume: `${Name}-config` }>,
  { readonly volumes: Readonly<Record<Volume, true>> }
> {
  const { name = 'log-shipper' as Name, volume, files = '*.log', output = STDOUT } = options;
  return sidecar({
    ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 10001 }),
    name,
    ifDown: 'observability',
    command: ['/fluent-bit/bin/fluent-bit', '--config=/fluent-bit/config/fluent-bit.yaml'],
    ports: PORTS,
    startupProbe: httpGet('/api/v1/health', 'fluent-bit', { periodSeconds: 1, failureThreshold: 30 }),
    reads: { '/logs': volume },
    config: { mountPath: '/fluent-bit/config', files: { 'fluent-bit.yaml': configOf(files, output) } },
    scratch: { '/state': '16Mi' },
  });
}

const IMAGE = 'fluent/fluent-bit:3.2.4';
const PORTS = { 'fluent-bit': 2020 } as const;
const RESOURCES: Resources = { requests: { cpu: '20m', memory: '48Mi' }, limits: { memory: '96Mi' } };
const STDOUT = { name: 'stdout', format: 'json_lines' } as const;

/** JSON strings are YAML, whatever stands in them. */
function configOf(files: string, output: Readonly<Record<string, string | number>>): string {
  const properties = Object.entries(output).map(([key, value]) => `      ${key}: ${JSON.stringify(value)}`);
  return `service:
  flush: 1
  http_server: on
  http_listen: 0.0.0.0
  http_port: ${PORTS['fluent-bit']}
  health_check: on
pipeline:
  inputs:
    - name: tail
      path: ${JSON.stringify(`/logs/${files}`)}
      path_key: file
      db: /state/tail.db
      read_from_head: true
      refresh_interval: 5
      mem_buf_limit: 16M
  outputs:
    - match: "*"
${properties.join('\n')}
`;
}

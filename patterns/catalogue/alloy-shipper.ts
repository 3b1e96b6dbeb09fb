import type { EnvFrom } from '../../lib/pod/env';
import { fieldRef } from '../../lib/pod/env';
import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import type { HelperAdded } from '../helper-added';
import type { Pattern } from '../pattern';
import { sidecar } from '../sidecar';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** What is read, and which Loki gets it. */
export interface AlloyShipperOptions<Name extends string, Volume extends string> extends ReadyMadeOptions<Name> {
  /** The volume that the application writes its logs to. */
  readonly volume: Volume;
  /** The files, from the root of the volume. @default '*.log' */
  readonly files?: string;
  /** Where Loki takes entries: `http://loki.monitoring.svc:3100/loki/api/v1/push`. */
  readonly url: `${'http' | 'https'}://${string}`;
  /** Labels of the stream beside `filename` and `pod`: few values each, since every combination is a stream. */
  readonly labels: Readonly<Record<string, string>>;
  /** The tenant, where Loki has several. */
  readonly tenant?: string;
  /** A user and a password, where Loki asks for them. */
  readonly basicAuth?: { readonly username: string; readonly password: EnvFrom };
}

/**
 * Reads log files with Grafana Alloy and sends their lines to Loki, where it has got to kept across restarts of the
 * helper.
 *
 * **Use it** where the platform runs Alloy and Loki, and the application logs to files only. **Not** for an application
 * that logs to stdout: one Alloy a node collects that already; and where `logShipper` is enough, it takes a fraction of
 * the memory.
 *
 * **Costs** 50m CPU and 128 Mi of memory for each replica.
 *
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.source.file/
 */
export function alloyShipper<const Volume extends string, const Name extends string = 'alloy-shipper'>(
  options: AlloyShipperOptions<Name, Volume>,
): Pattern<
  HelperAdded<{ name: Name; ports: typeof PORTS; volume: `${Name}-config` }>,
  { readonly volumes: Readonly<Record<Volume, true>> }
> {
  const { name = 'alloy-shipper' as Name, volume, basicAuth } = options;
  return sidecar({
    ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 473 }),
    name,
    ifDown: 'observability',
    args: [
      'run',
      '/etc/alloy/config.alloy',
      '--storage.path=/var/lib/alloy/data',
      `--server.http.listen-addr=0.0.0.0:${PORTS.alloy}`,
      '--disable-reporting',
    ],
    ports: PORTS,
    env: {
      POD_NAME: fieldRef('metadata.name'),
      ...(basicAuth === undefined ? {} : { LOKI_PASSWORD: basicAuth.password }),
    },
    startupProbe: httpGet('/-/ready', 'alloy', { periodSeconds: 1, failureThreshold: 30 }),
    reads: { '/logs': volume },
    config: { mountPath: '/etc/alloy', files: { 'config.alloy': configOf(options) } },
    scratch: { '/var/lib/alloy/data': '16Mi' },
  });
}

const IMAGE = 'grafana/alloy:v1.5.1';
const PORTS = { alloy: 12345 } as const;
const RESOURCES: Resources = { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } };

/** Strings of Alloy are escaped as those of JSON are. */
function configOf({
  files = '*.log',
  url,
  labels,
  tenant,
  basicAuth,
}: Omit<AlloyShipperOptions<string, string>, 'because'>): string {
  const written = Object.entries(labels).map(([key, value]) => `    ${key} = ${JSON.stringify(value)},\n`);
  return `local.file_match "logs" {
  path_targets = [{ "__path__" = ${JSON.stringify(`/logs/${files}`)} }]
  sync_period  = "5s"
}

loki.source.file "logs" {
  targets    = local.file_match.logs.targets
  forward_to = [loki.write.out.receiver]
}

loki.write "out" {
  endpoint {
    url = ${JSON.stringify(url)}
${tenant === undefined ? '' : `    tenant_id = ${JSON.stringify(tenant)}\n`}${authOf(basicAuth)}  }
  external_labels = {
${written.join('')}    pod = sys.env("POD_NAME"),
  }
}
`;
}

function authOf(basicAuth: { readonly username: string } | undefined): string {
  if (basicAuth === undefined) return '';
  return `    basic_auth {
      username = ${JSON.stringify(basicAuth.username)}
      password = sys.env("LOKI_PASSWORD")
    }
`;
}

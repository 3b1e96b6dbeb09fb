import { tryDataStore, tryImage, type DataStore } from '../../lib/kube/image';
import { remembered } from '../../lib/kube/remembered';

/**
 * What a well-known program is for: `database` and `queue` keep data, a `cache` may lose it, a `webServer` and a `proxy`
 * stand before others, an `observer` collects logs, traces or metrics, a `helper` fetches files for its neighbour, a
 * `toolbox` is for looking around.
 */
export type ProgramKind = DataStore['kind'] | 'webServer' | 'proxy' | 'observer' | 'helper' | 'toolbox';

/** A program that many images hold. */
export interface KnownProgram {
  readonly name: string;
  readonly kind: ProgramKind;
}

/** The well-known program that an image holds, judged by the last parts of its repository; undefined for all others. */
export function knownProgramIn(image = ''): KnownProgram | undefined {
  return programIn(image);
}

const programIn = remembered((image): KnownProgram | undefined => {
  const store = tryDataStore(image);
  if (store !== undefined) return store;
  const [name = '', owner = ''] = tryImage(image)?.repository.split('/').reverse() ?? [];
  const kind = KINDS.get(`${owner}/${name}`) ?? KINDS.get(name) ?? (EXPORTER.test(name) ? 'observer' : undefined);
  return kind === undefined ? undefined : { name, kind };
});

/** Whether a program of this kind stands beside an application rather than being one. */
export function isBesideApplications(program: KnownProgram | undefined): boolean {
  return program !== undefined && ['proxy', 'observer', 'helper', 'toolbox'].includes(program.kind);
}

/** Whether a program keeps data that others rely on. */
export function isDataStore(program: KnownProgram | undefined): program is KnownProgram {
  return program !== undefined && ['database', 'queue', 'cache'].includes(program.kind);
}

const EXPORTER = /[-_]exporter$/;

const NAMES: Readonly<Record<Exclude<ProgramKind, DataStore['kind']>, string>> = {
  webServer: 'nginx nginx-unprivileged httpd caddy',
  proxy:
    'envoy haproxy oauth2-proxy kube-rbac-proxy cloud-sql-proxy gce-proxy cloudsql-proxy pgbouncer proxyv2 ' +
    'linkerd/proxy ghostunnel twemproxy',
  observer:
    'fluent-bit fluentd filebeat metricbeat promtail vector logstash telegraf alloy opentelemetry-collector ' +
    'opentelemetry-collector-contrib jaeger-agent cloudwatch-agent aws-xray-daemon datadog/agent grafana/agent dogstatsd',
  helper: 'git-sync configmap-reload prometheus-config-reloader config-reloader k8s-sidecar vault-agent',
  toolbox: 'netshoot dnsutils jessie-dnsutils network-multitool wbitt/network-multitool',
};

const KINDS: ReadonlyMap<string, ProgramKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    // The keys of the record are the kinds.
    names.split(' ').map((name) => [name, kind as ProgramKind] as const),
  ),
);

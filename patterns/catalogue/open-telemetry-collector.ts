import type { EnvFrom } from '../../lib/pod/env';
import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import type { HelperAdded } from '../helper-added';
import { applicationOf, pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { addSidecar } from '../sidecar';
import { collectorConfig } from './collector-config';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { caPath, mountsOf } from './upstream-tls';
import type { UpstreamTls } from './upstream-tls';

/** Where traces, metrics and logs go, and who sends them. */
export interface OpenTelemetryCollectorOptions<
  Name extends string,
  Volume extends string,
  Application extends string,
> extends ReadyMadeOptions<Name> {
  /** Where they go: `http://otel-gateway.monitoring.svc:4317`, with the port. */
  readonly endpoint: `${'http' | 'https'}://${string}`;
  /** How they go there. @default 'grpc' */
  readonly protocol?: 'grpc' | 'http';
  /** The CA of an endpoint by https. @default those that every system trusts */
  readonly tls?: UpstreamTls<Volume>;
  /** Headers for the endpoint, from Secrets: `{ 'api-key': secretKey('telemetry', 'api-key') }`. */
  readonly headers?: Readonly<Record<string, EnvFrom>>;
  /** The container that is told where to send. @default the application container */
  readonly application?: Application;
}

/**
 * Takes the traces, metrics and logs that an application sends by OTLP to localhost, and sends them on in batches, again
 * and again for five minutes while the other side is down.
 *
 * **Use it** where what is sent needs a key that the application should not have, or must outlive the moment in which
 * the other side is down. **Not** where a collector on each node or a gateway can be reached as well: one for many costs
 * less than one a replica; and not for tail sampling, which must see all spans of a trace.
 *
 * **Costs** 20m CPU and 64 Mi of memory for each replica. What waits to be sent is lost with it.
 *
 * @see https://opentelemetry.io/docs/collector/deploy/agent/
 */
export function openTelemetryCollector<
  const Volume extends string = never,
  const Application extends string = never,
  const Name extends string = 'otel-collector',
>(
  options: OpenTelemetryCollectorOptions<Name, Volume, Application>,
): Pattern<
  HelperAdded<{ name: Name; ports: typeof HEALTH; internal: typeof LISTENS; volume: `${Name}-config` }>,
  { readonly volumes: Readonly<Record<Volume, true>>; readonly containers: Readonly<Record<Application, string>> }
> {
  const { endpoint, protocol = 'grpc', tls, headers = {}, application } = options;
  const secrets = Object.entries(headers).map(([header, from], position) => ({
    header,
    from,
    variable: `OTLP_HEADER_${position}`,
  }));
  const config = collectorConfig({
    endpoint,
    protocol,
    ca: tls && caPath(TLS_PATH, tls),
    headers: secrets,
    grpcPort: LISTENS['otlp-grpc'],
    httpPort: LISTENS['otlp-http'],
    healthPort: HEALTH['otel-health'],
  });
  return pattern((pod) =>
    addSidecar(pod.extend(application ?? applicationOf(pod), { env: SENDS }), {
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 10001 }),
      name: options.name ?? 'otel-collector',
      ifDown: 'observability',
      listens: LISTENS,
      ports: HEALTH,
      args: ['--config=/etc/otel/config.yaml'],
      env: Object.fromEntries(secrets.map(({ variable, from }) => [variable, from])),
      startupProbe: httpGet('/', 'otel-health', { periodSeconds: 1, failureThreshold: 30 }),
      livenessProbe: httpGet('/', 'otel-health', { periodSeconds: 30 }),
      reads: mountsOf(TLS_PATH, tls?.volume),
      config: { mountPath: '/etc/otel', files: { 'config.yaml': config } },
    }),
  );
}

const IMAGE = 'otel/opentelemetry-collector:0.120.0';
const LISTENS = { 'otlp-grpc': 4317, 'otlp-http': 4318 } as const;
const HEALTH = { 'otel-health': 13133 } as const;
const RESOURCES: Resources = { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '192Mi' } };
const TLS_PATH = '/etc/upstream-tls';

/** Every SDK of OpenTelemetry reads these; not all of them have the same protocol if not told. */
const SENDS = {
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${LISTENS['otlp-http']}`,
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
} as const;

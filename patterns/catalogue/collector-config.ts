/** What an OpenTelemetry Collector must know to pass on what an application sends. */
export interface CollectorConfigOptions {
  readonly endpoint: string;
  readonly protocol: 'grpc' | 'http';
  /** The file with the certificate of the endpoint's CA, where the system does not trust it. */
  readonly ca: string | undefined;
  /** Headers by the variable that holds each. */
  readonly headers: readonly { readonly header: string; readonly variable: string }[];
  /** Where it listens on localhost. */
  readonly grpcPort: number;
  readonly httpPort: number;
  /** Where the kubelet asks whether it is up. */
  readonly healthPort: number;
}

/**
 * The configuration of a collector beside one application. It refuses what it has no memory for, so that it never takes
 * more than its limit; and it offers no metrics of its own, which would bind one more port.
 *
 * @see https://opentelemetry.io/docs/collector/configuration/
 */
export function collectorConfig(options: CollectorConfigOptions): string {
  const { grpcPort, httpPort, healthPort, protocol } = options;
  const exporter = protocol === 'grpc' ? 'otlp' : 'otlphttp';
  return `receivers:
  otlp:
    protocols:
      grpc: { endpoint: "127.0.0.1:${grpcPort}" }
      http: { endpoint: "127.0.0.1:${httpPort}" }
processors:
  memory_limiter: { check_interval: 1s, limit_percentage: 80, spike_limit_percentage: 20 }
  batch: {}
exporters:
  ${exporter}:
    endpoint: ${JSON.stringify(options.endpoint)}
${tlsOf(options)}${headersOf(options)}extensions:
  health_check: { endpoint: "0.0.0.0:${healthPort}" }
service:
  extensions: [health_check]
  telemetry: { metrics: { level: none } }
  pipelines:
${['traces', 'metrics', 'logs'].map((signal) => pipeline(signal, exporter)).join('\n')}
`;
}

function pipeline(signal: string, exporter: string): string {
  return `    ${signal}: { receivers: [otlp], processors: [memory_limiter, batch], exporters: [${exporter}] }`;
}

/** Over gRPC a URL by http asks for TLS still, if not told. */
function tlsOf({ endpoint, ca }: CollectorConfigOptions): string {
  if (endpoint.startsWith('http:')) return '    tls: { insecure: true }\n';
  return ca === undefined ? '' : `    tls: { ca_file: ${JSON.stringify(ca)} }\n`;
}

function headersOf({ headers }: CollectorConfigOptions): string {
  if (headers.length === 0) return '';
  const lines = headers.map(({ header, variable }) => `      ${JSON.stringify(header)}: "\${env:${variable}}"\n`);
  return `    headers:\n${lines.join('')}`;
}

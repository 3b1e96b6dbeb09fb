import { ENVOY_TYPES, healthListener, socketAddress, tlsTo } from './envoy';

/** What Envoy must know to stand for one upstream. */
export interface EnvoyForUpstreamOptions {
  /** As `host:port`. */
  readonly upstream: string;
  /** Where it listens on localhost, by name. */
  readonly listens: Readonly<Record<string, number>>;
  /** Where the kubelet asks whether it is up. */
  readonly healthPort: number;
  /** What it understands of what passes: bytes, HTTP/1.1, or HTTP/2 and so gRPC. */
  readonly protocol: 'tcp' | 'http' | 'http2';
  readonly connectTimeoutSeconds: number;
  /** For an answer by HTTP as a whole; 0 for none. */
  readonly timeoutSeconds: number;
  /** How often it tries once more where nothing has reached the upstream yet. */
  readonly retries: number;
  /** The file with the certificate of the upstream's CA, where it speaks TLS, and the name in its own. */
  readonly tls: { readonly ca: string; readonly name: string } | undefined;
}

/**
 * The configuration of an Envoy before one upstream.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/configuration
 */
export function envoyForUpstream(options: EnvoyForUpstreamOptions): string {
  const { upstream, listens, healthPort, protocol, connectTimeoutSeconds, tls } = options;
  const filter = protocol === 'tcp' ? tcpFilter(options) : httpFilter(options);
  const listeners = Object.entries(listens).map(([name, port]) => listener(name, port, filter));
  return `static_resources:
  listeners:
${listeners.join('')}${healthListener(healthPort)}  clusters:
    - name: upstream
      type: STRICT_DNS
      connect_timeout: ${connectTimeoutSeconds}s
${protocol === 'http2' ? HTTP2 : ''}${tls === undefined ? '' : tlsTo(tls.name, tls.ca, tls.name)}      load_assignment:
        cluster_name: upstream
        endpoints:
          - lb_endpoints:
              - endpoint:
                  address:
                    socket_address: ${socketAddress(upstream)}
`;
}

function listener(name: string, port: number, filter: string): string {
  return `    - name: ${JSON.stringify(name)}
      address: { socket_address: { address: 127.0.0.1, port_value: ${port} } }
      filter_chains:
        - filters:
${filter}`;
}

/** A TCP proxy counts attempts, where a route counts those after the first. */
function tcpFilter({ retries }: EnvoyForUpstreamOptions): string {
  return `            - name: envoy.filters.network.tcp_proxy
              typed_config:
                "@type": ${ENVOY_TYPES}.filters.network.tcp_proxy.v3.TcpProxy
                stat_prefix: upstream
                cluster: upstream
                max_connect_attempts: ${retries + 1}
`;
}

/** Only what the upstream has not taken up is tried again, so that no request is done twice. */
function httpFilter({ retries, timeoutSeconds }: EnvoyForUpstreamOptions): string {
  return `            - name: envoy.filters.network.http_connection_manager
              typed_config:
                "@type": ${ENVOY_TYPES}.filters.network.http_connection_manager.v3.HttpConnectionManager
                stat_prefix: upstream
                route_config:
                  virtual_hosts:
                    - name: upstream
                      domains: ["*"]
                      routes:
                        - match: { prefix: / }
                          route:
                            cluster: upstream
                            auto_host_rewrite: true
                            timeout: ${timeoutSeconds}s
                            retry_policy: { retry_on: "connect-failure,refused-stream", num_retries: ${retries} }
                http_filters:
                  - name: envoy.filters.http.router
                    typed_config:
                      "@type": ${ENVOY_TYPES}.filters.http.router.v3.Router
`;
}

const HTTP2 = `      typed_extension_protocol_options:
        envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
          "@type": ${ENVOY_TYPES}.upstreams.http.v3.HttpProtocolOptions
          explicit_http_config: { http2_protocol_options: {} }
`;

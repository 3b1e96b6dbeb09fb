/** What Envoy must know to stand for a Redis cluster. */
export interface EnvoyForRedisOptions {
  /** A node of the cluster, as `host:port`. */
  readonly upstream: string;
  /** Where it listens on localhost. */
  readonly port: number;
  /** Where the kubelet asks whether it is up. */
  readonly healthPort: number;
  /** The file with the certificate of the cluster's CA, where the cluster speaks TLS. */
  readonly ca: string | undefined;
}

/**
 * The configuration of an Envoy before a Redis cluster. Its administration is on localhost alone, since whoever reaches
 * it can stop the proxy; one path of it is open to the kubelet.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/listeners/network_filters/redis_proxy_filter
 */
export function envoyForRedis({ upstream, port, healthPort, ca }: EnvoyForRedisOptions): string {
  const colon = upstream.lastIndexOf(':');
  const host = upstream.slice(0, colon);
  return `admin:
  address: { socket_address: { address: 127.0.0.1, port_value: ${ADMIN_PORT} } }
static_resources:
  listeners:
    - name: redis
      address: { socket_address: { address: 127.0.0.1, port_value: ${port} } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.redis_proxy
              typed_config:
                "@type": ${TYPES}.filters.network.redis_proxy.v3.RedisProxy
                stat_prefix: redis
                settings: { op_timeout: 5s, enable_redirection: true }
                prefix_routes: { catch_all_route: { cluster: redis } }
    - name: health
      address: { socket_address: { address: 0.0.0.0, port_value: ${healthPort} } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.http_connection_manager
              typed_config:
                "@type": ${TYPES}.filters.network.http_connection_manager.v3.HttpConnectionManager
                stat_prefix: health
                route_config:
                  virtual_hosts:
                    - name: health
                      domains: ["*"]
                      routes:
                        - match: { path: /ready }
                          route: { cluster: admin }
                http_filters:
                  - name: envoy.filters.http.router
                    typed_config:
                      "@type": ${TYPES}.filters.http.router.v3.Router
  clusters:
    - name: redis
      connect_timeout: 2s
      lb_policy: CLUSTER_PROVIDED
      cluster_type:
        name: envoy.clusters.redis
        typed_config:
          "@type": ${TYPES}.clusters.redis.v3.RedisClusterConfig
          cluster_refresh_rate: 10s
${ca === undefined ? '' : tlsTo(host, ca)}      load_assignment:
        cluster_name: redis
        endpoints:
          - lb_endpoints:
              - endpoint:
                  address:
                    socket_address: { address: ${JSON.stringify(host)}, port_value: ${upstream.slice(colon + 1)} }
    - name: admin
      connect_timeout: 1s
      load_assignment:
        cluster_name: admin
        endpoints:
          - lb_endpoints:
              - endpoint:
                  address:
                    socket_address: { address: 127.0.0.1, port_value: ${ADMIN_PORT} }
`;
}

const ADMIN_PORT = 9901;
const TYPES = 'type.googleapis.com/envoy.extensions';

function tlsTo(host: string, ca: string): string {
  return `      transport_socket:
        name: envoy.transport_sockets.tls
        typed_config:
          "@type": ${TYPES}.transport_sockets.tls.v3.UpstreamTlsContext
          sni: ${JSON.stringify(host)}
          common_tls_context:
            validation_context:
              trusted_ca: { filename: ${JSON.stringify(ca)} }
`;
}

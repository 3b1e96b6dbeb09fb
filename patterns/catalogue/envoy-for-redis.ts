import { ENVOY_TYPES, healthListener, socketAddress, tlsTo } from './envoy';

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
 * The configuration of an Envoy before a Redis cluster.
 *
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/listeners/network_filters/redis_proxy_filter
 */
export function envoyForRedis({ upstream, port, healthPort, ca }: EnvoyForRedisOptions): string {
  const host = upstream.slice(0, upstream.lastIndexOf(':'));
  return `static_resources:
  listeners:
    - name: redis
      address: { socket_address: { address: 127.0.0.1, port_value: ${port} } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.redis_proxy
              typed_config:
                "@type": ${ENVOY_TYPES}.filters.network.redis_proxy.v3.RedisProxy
                stat_prefix: redis
                settings: { op_timeout: 5s, enable_redirection: true }
                prefix_routes: { catch_all_route: { cluster: redis } }
${healthListener(healthPort)}  clusters:
    - name: redis
      connect_timeout: 2s
      lb_policy: CLUSTER_PROVIDED
      cluster_type:
        name: envoy.clusters.redis
        typed_config:
          "@type": ${ENVOY_TYPES}.clusters.redis.v3.RedisClusterConfig
          cluster_refresh_rate: 10s
${ca === undefined ? '' : tlsTo(host, ca)}      load_assignment:
        cluster_name: redis
        endpoints:
          - lb_endpoints:
              - endpoint:
                  address:
                    socket_address: ${socketAddress(upstream)}
`;
}

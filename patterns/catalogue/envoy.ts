import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';

/** Envoy without a shell, by a user of its own. */
export const ENVOY_IMAGE = 'envoyproxy/envoy:distroless-v1.37.2';

/** The user that the image has. */
export const ENVOY_USER = 65532;

/** One worker, since Envoy takes as many as the node has cores otherwise, each with connections and memory of its own. */
export const ENVOY_COMMAND: readonly string[] = [
  '/usr/local/bin/envoy',
  '--config-path',
  '/etc/envoy/envoy.yaml',
  '--disable-hot-restart',
  '--concurrency',
  '1',
];

/** What one Envoy before one upstream needs. */
export const ENVOY_RESOURCES: Resources = { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } };

/** Where Envoy's own types have their names. */
export const ENVOY_TYPES = 'type.googleapis.com/envoy.extensions';

/** The configuration as a file, where the command looks for it. */
export function envoyConfig(text: string) {
  return { mountPath: '/etc/envoy', files: { 'envoy.yaml': text } };
}

/** Asks whether Envoy listens, which it does once it knows its upstream. */
export function envoyStarted<const Port extends string>(port: Port) {
  return httpGet('/ready', port, { periodSeconds: 1, failureThreshold: 30 });
}

/** A host and a port, as Envoy writes them. */
export function socketAddress(address: string): string {
  const colon = address.lastIndexOf(':');
  return `{ address: ${JSON.stringify(address.slice(0, colon))}, port_value: ${address.slice(colon + 1)} }`;
}

/**
 * A listener that answers the kubelet. Envoy opens its listeners when all its clusters are known, so that an answer says
 * that it is up; there is no administration port, by which whoever reaches it could stop the proxy.
 */
export function healthListener(port: number): string {
  return `    - name: health
      address: { socket_address: { address: 0.0.0.0, port_value: ${port} } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.http_connection_manager
              typed_config:
                "@type": ${ENVOY_TYPES}.filters.network.http_connection_manager.v3.HttpConnectionManager
                stat_prefix: health
                route_config:
                  virtual_hosts:
                    - name: health
                      domains: ["*"]
                      routes:
                        - match: { path: /ready }
                          direct_response: { status: 200 }
                http_filters:
                  - name: envoy.filters.http.router
                    typed_config:
                      "@type": ${ENVOY_TYPES}.filters.http.router.v3.Router
`;
}

/** TLS to an upstream whose certificate is of the given CA, and in its name where one is given. */
export function tlsTo(host: string, ca: string, name?: string): string {
  return `      transport_socket:
        name: envoy.transport_sockets.tls
        typed_config:
          "@type": ${ENVOY_TYPES}.transport_sockets.tls.v3.UpstreamTlsContext
          sni: ${JSON.stringify(host)}
          common_tls_context:
            validation_context:
              trusted_ca: { filename: ${JSON.stringify(ca)} }
${name === undefined ? '' : inTheNameOf(name)}`;
}

function inTheNameOf(name: string): string {
  return `              match_typed_subject_alt_names:
                - { san_type: DNS, matcher: { exact: ${JSON.stringify(name)} } }
`;
}

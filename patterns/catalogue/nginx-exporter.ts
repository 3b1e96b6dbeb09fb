import type { Resources } from '../../lib/pod/quantities';
import { addAdapter } from '../adapter';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { tryPortNumber } from '../port-of-pod';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Where nginx tells its state. */
export interface NginxExporterOptions<Name extends string, Port extends string> extends ReadyMadeOptions<Name> {
  /** The port of nginx, by name. */
  readonly port: Port;
  /** The location with `stub_status`, which nginx must have and should allow to 127.0.0.1 alone. @default '/stub_status' */
  readonly path?: string;
  /** Annotations that lead Prometheus to the port, for clusters that go by them. */
  readonly scrape?: { readonly path?: string };
}

/**
 * Offers the state of nginx as metrics for Prometheus, on a port named `metrics`.
 *
 * **Use it** beside an nginx whose connections and requests somebody looks at. **Not** where an ingress controller or a
 * mesh counts the same requests already.
 *
 * **Costs** 10m CPU and 16 Mi of memory for each replica.
 *
 * @see https://github.com/nginx/nginx-prometheus-exporter
 */
export function nginxExporter<const Port extends string, const Name extends string = 'nginx-exporter'>(
  options: NginxExporterOptions<Name, Port>,
): Pattern<HelperAdded<{ name: Name; ports: typeof PORTS }>, { readonly ports: Readonly<Record<Port, true>> }> {
  const { name = 'nginx-exporter' as Name, port, path = '/stub_status', scrape } = options;
  return pattern((pod) =>
    addAdapter(pod, {
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 1001 }),
      name: name,
      source: { port: port },
      metrics: PORTS,
      args: [`--nginx.scrape-uri=http://127.0.0.1:${String(tryPortNumber(pod, port))}${path}`],
      ...(scrape === undefined ? {} : { scrape }),
    }),
  );
}

const IMAGE = 'nginx/nginx-prometheus-exporter:1.4.0';
const PORTS = { metrics: 9113 } as const;
const RESOURCES: Resources = { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } };

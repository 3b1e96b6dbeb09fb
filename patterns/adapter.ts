import type { Helper } from '../lib/pod/helper';
import type { PortsByName } from '../lib/pod/ports';
import { without } from '../lib/pod/reason';
import { addHelper } from './add-helper';
import type { HelperAdded, VolumesNeeded } from './helper-added';
import type { RunningHelper } from './helper-options';
import type { ByPath, Config, ConfigVolume, Mounting } from './mounts';
import { pattern } from './pattern';
import type { OpenPod, Pattern } from './pattern';
import { refusingUnknownPort } from './port-of-pod';

/** What an adapter reads of the application, and where it offers it in the standard form. */
export interface AdapterOptions<
  Name extends string,
  SourcePort extends string,
  Metrics extends Readonly<Record<string, number>>,
  Reads extends ByPath,
  Writes extends ByPath,
  Listens extends PortsByName,
> extends Omit<RunningHelper<Name, Metrics, Reads, Writes>, 'ports'> {
  /**
   * What it reads: a port of the application by name, a file or socket on a volume that it `reads`, or what the
   * application sends to a port of its own on localhost, where no Service may lead.
   */
  readonly source: AdapterSource<SourcePort, Listens>;
  /** The port that is scraped, by name: `{ metrics: 9113 }`. */
  readonly metrics: Metrics;
  /** Annotations that lead Prometheus to the port, for clusters that go by them. @default none: the port has a name */
  readonly scrape?: { readonly path?: string };
}

/** Where an adapter finds what it translates. */
export type AdapterSource<SourcePort extends string, Listens extends PortsByName> =
  { readonly port: SourcePort } | { readonly path: string } | { readonly listens: Listens };

/**
 * A helper that offers in a standard form what the application says in its own: metrics for Prometheus, most of all.
 *
 * It reads a port, a file or a socket. When it is down, scraping is, and the application goes on: nobody waits for it to
 * start, and it has no readiness probe.
 */
export function adapter<
  const Name extends string,
  const Metrics extends Readonly<Record<string, number>>,
  const SourcePort extends string = never,
  const Reads extends ByPath = Record<never, never>,
  const Writes extends ByPath = Record<never, never>,
  const Listens extends PortsByName = Record<never, never>,
  const Brought extends Config | undefined = undefined,
>(
  options: AdapterOptions<Name, SourcePort, Metrics, Reads, Writes, Listens> & { readonly config?: Brought },
): Pattern<
  HelperAdded<{ name: Name; ports: Metrics; internal: Listens; volume: ConfigVolume<Name, Brought> }>,
  VolumesNeeded<Reads & Writes> & { readonly ports: Readonly<Record<SourcePort, true>> }
> {
  return pattern((pod) => addAdapter(pod, options));
}

/** Adds an adapter to a Pod whose names the compiler does not know. */
export function addAdapter(
  pod: OpenPod,
  options: AdapterOptions<string, string, Readonly<Record<string, number>>, ByPath, ByPath, PortsByName>,
): OpenPod {
  const { name, source, metrics, scrape, ...container } = options;
  const listens = 'listens' in source ? source.listens : {};
  const fields = { ...container, ports: { ...listens, ...metrics }, startupProbe: NO_GATE };
  const added = refusingUnknownSource(addHelper(pod, name, fields, helperOf(source)), name, source, container);
  return scrape === undefined ? added : annotated(added, Object.values(metrics)[0], scrape.path);
}

function helperOf(source: AdapterSource<string, PortsByName>): Helper {
  const adapter = { pattern: 'adapter', ifDown: 'scraping' } as const;
  if ('port' in source) return { ...adapter, source: `port ${source.port}` };
  if ('path' in source) return { ...adapter, source: source.path };
  const internalPorts = Object.keys(source.listens);
  return { ...adapter, source: `what is sent to port ${internalPorts.join(', ')}`, internalPorts };
}

function refusingUnknownSource(
  pod: OpenPod,
  name: string,
  source: AdapterSource<string, PortsByName>,
  { reads = {}, writes = {} }: Mounting<ByPath, ByPath>,
): OpenPod {
  if ('port' in source) return refusingUnknownPort(pod, name, 'the adapter reads', source.port);
  if ('listens' in source) return pod;
  const { path } = source;
  const folders = [...Object.keys(reads), ...Object.keys(writes)];
  if (folders.some((folder) => path === folder || path.startsWith(folder.replace(/\/?$/, '/')))) return pod;
  const detail = `the adapter reads ${path}, and mounts no volume there: name it in \`reads\``;
  return pod.refuse(
    { code: 'unknown-source', path: 'volumeMounts', type: 'NotFound', value: path, detail, ours: true },
    name,
  );
}

const NO_GATE = without({ because: 'the application does not wait for whoever reads it' });

/** One Pod has one place for these annotations: what stands there is not replaced. */
function annotated(pod: OpenPod, port: number | undefined, path = '/metrics'): OpenPod {
  const wanted = { [`${PREFIX}scrape`]: 'true', [`${PREFIX}port`]: String(port), [`${PREFIX}path`]: path };
  const { annotations } = pod.model;
  const taken = Object.entries(wanted).filter(([key, value]) => (annotations[key] ?? value) !== value);
  const refused = taken.reduce<OpenPod>((sofar, [key]) => {
    const detail = 'leads Prometheus elsewhere already, and a Pod has one place for it: let it find ports by name';
    const problem = { code: 'conflicting-annotation', path: `metadata.annotations[${key}]`, value: annotations[key] };
    return sofar.refuse({ ...problem, type: 'Duplicate', detail, ours: true });
  }, pod);
  return taken.length === 0 ? refused.metadata({ annotations: wanted }) : refused;
}

const PREFIX = 'prometheus.io/';

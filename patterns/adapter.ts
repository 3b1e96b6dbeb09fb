import type { ContainerModel } from '../lib/pod/model';
import { isRecord } from '../lib/pod/plain';
import { without } from '../lib/pod/reason';
import { addHelper } from './add-helper';
import type { RunningHelper } from './helper-options';
import type { ByPath, Config, ConfigVolume, Mounting } from './mounts';
import { pattern } from './pattern';
import type { OpenPod, Pattern } from './pattern';
import type { HelperAdded, VolumesNeeded } from './sidecar';

/** What an adapter reads of the application, and where it offers it in the standard form. */
export interface AdapterOptions<
  Name extends string,
  SourcePort extends string,
  Metrics extends Readonly<Record<string, number>>,
  Reads extends ByPath,
  Writes extends ByPath,
> extends Omit<RunningHelper<Name, Metrics, Reads, Writes>, 'ports'> {
  /** What it reads: a port of the application by name, or a file or socket on a volume that it `reads`. */
  readonly source: { readonly port: SourcePort } | { readonly path: string };
  /** The port that is scraped, by name: `{ metrics: 9113 }`. */
  readonly metrics: Metrics;
  /** Annotations that lead Prometheus to the port, for clusters that go by them. @default none: the port has a name */
  readonly scrape?: { readonly path?: string };
}

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
  const Brought extends Config | undefined = undefined,
>(
  options: AdapterOptions<Name, SourcePort, Metrics, Reads, Writes> & { readonly config?: Brought },
): Pattern<
  HelperAdded<Name, Metrics, Record<never, never>, ConfigVolume<Name, Brought>>,
  VolumesNeeded<Reads & Writes> & { readonly ports: Readonly<Record<SourcePort, true>> }
> {
  return pattern((pod) => addAdapter(pod, options));
}

/** Adds an adapter to a Pod whose names the compiler does not know. */
export function addAdapter(
  pod: OpenPod,
  options: AdapterOptions<string, string, Readonly<Record<string, number>>, ByPath, ByPath>,
): OpenPod {
  const { name, source, metrics, scrape, ...container } = options;
  const described = 'port' in source ? `port ${source.port}` : source.path;
  const helper = { pattern: 'adapter', ifDown: 'scraping', source: described } as const;
  const fields = { ...container, ports: metrics, startupProbe: NO_GATE };
  const added = refusingUnknownSource(addHelper(pod, name, fields, helper), name, source, container);
  return scrape === undefined ? added : annotated(added, Object.values(metrics)[0], scrape.path);
}

/** The number of a port of the Pod by its name; undefined where there is none. */
export function tryPortNumber(pod: OpenPod, name: string): number | undefined {
  const port = pod.model.containers.flatMap(portsOf).find((entry) => entry['name'] === name);
  return typeof port?.['containerPort'] === 'number' ? port['containerPort'] : undefined;
}

const NO_GATE = without({ because: 'the application does not wait for whoever reads it' });

function portsOf({ container: { ports }, role }: ContainerModel): readonly Readonly<Record<string, unknown>>[] {
  return role !== 'init' && Array.isArray(ports) ? ports.filter(isRecord) : [];
}

function refusingUnknownSource(
  pod: OpenPod,
  name: string,
  source: { readonly port: string } | { readonly path: string },
  { reads = {}, writes = {} }: Mounting<ByPath, ByPath>,
): OpenPod {
  if ('port' in source) {
    if (tryPortNumber(pod, source.port) !== undefined) return pod;
    const detail = `the adapter reads port "${source.port}", and no container of this Pod has one of that name`;
    return pod.refuse({ code: 'unknown-port', path: 'ports', type: 'NotFound', value: source.port, detail }, name);
  }
  const { path } = source;
  const folders = [...Object.keys(reads), ...Object.keys(writes)];
  if (folders.some((folder) => path === folder || path.startsWith(folder.replace(/\/?$/, '/')))) return pod;
  const detail = `the adapter reads ${path}, and mounts no volume there: name it in \`reads\``;
  return pod.refuse(
    { code: 'unknown-source', path: 'volumeMounts', type: 'NotFound', value: path, detail, ours: true },
    name,
  );
}

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

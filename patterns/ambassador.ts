import type { PortsByName } from '../lib/pod/ports';
import { addHelper } from './add-helper';
import type { HelperAdded, VolumesNeeded } from './helper-added';
import type { RunningHelper, StartGate } from './helper-options';
import type { ByPath, Config, ConfigVolume } from './mounts';
import { applicationOf, pattern } from './pattern';
import type { OpenPod, Pattern } from './pattern';

/** What an ambassador stands for, and how the application reaches it. */
export interface AmbassadorOptions<
  Name extends string,
  Listens extends Readonly<Record<string, number>>,
  P extends PortsByName,
  Reads extends ByPath,
  Writes extends ByPath,
  Application extends string,
> extends RunningHelper<Name, P, Reads, Writes> {
  /** Where it leads to: `redis-cluster.prod.svc:6379`, or one of several. */
  readonly upstream: Upstream | readonly [Upstream, ...Upstream[]];
  /** The port on localhost where the application finds it, by name: `{ redis: 6379 }`. No Service may lead there. */
  readonly listens: Listens;
  /** The application's variables that are to lead to it. */
  readonly wires: Wires;
  /** The container that gets the variables. @default the application container */
  readonly application?: Application;
  /** When it has started: the application, which needs it, waits for that. A port on localhost takes an `exec` probe. */
  readonly startupProbe: StartGate<P>;
}

/** A host and a port that an ambassador leads to. */
export type Upstream = `${string}:${number}`;

/** The names of variables that tell an application where to connect. */
export interface Wires {
  /** Becomes `localhost`. */
  readonly host?: string;
  /** Becomes the number of the port. */
  readonly port?: string;
  /** Becomes `localhost:6379`. */
  readonly address?: string;
}

/**
 * A helper between the application and something outside of the Pod: the application talks to localhost, the ambassador
 * knows topology, TLS and failover. It is up before the application and stops after it; when it is down, the application
 * cannot work.
 *
 * The application's variables are wired to it, and none of them may hold the upstream any longer.
 */
export function ambassador<
  const Name extends string,
  const Listens extends Readonly<Record<string, number>>,
  const P extends PortsByName = Record<never, never>,
  const Reads extends ByPath = Record<never, never>,
  const Writes extends ByPath = Record<never, never>,
  const Application extends string = never,
  const Brought extends Config | undefined = undefined,
>(
  options: AmbassadorOptions<Name, Listens, P, Reads, Writes, Application> & { readonly config?: Brought },
): Pattern<
  HelperAdded<{ name: Name; ports: P; internal: Listens; volume: ConfigVolume<Name, Brought> }>,
  VolumesNeeded<Reads & Writes> & { readonly containers: Readonly<Record<Application, string>> }
> {
  return pattern((pod) => addAmbassador(pod, options));
}

/** Adds an ambassador to a Pod whose names the compiler does not know. */
export function addAmbassador(
  pod: OpenPod,
  options: AmbassadorOptions<string, Readonly<Record<string, number>>, PortsByName, ByPath, ByPath, string>,
): OpenPod {
  const { name, upstream, listens, wires, application, ports, ...container } = options;
  const target = application ?? applicationOf(pod);
  const upstreams: readonly string[] = typeof upstream === 'string' ? [upstream] : upstream;
  const env = wired(wires, Object.values(listens)[0]);
  const helper = {
    pattern: 'ambassador',
    ifDown: 'unavailable',
    upstream: upstreams.join(', '),
    internalPorts: Object.keys(listens),
  } as const;
  const fields = { ...container, ports: { ...listens, ...ports } };
  const added = addHelper(pod.extend(target, { env }), name, fields, helper);
  return upstreams.reduce((sofar, each) => refusingUpstream(sofar, target, each), added);
}

function wired({ host, port, address }: Wires, number: number | undefined): Record<string, string> {
  return {
    ...(host === undefined ? {} : { [host]: LOCALHOST }),
    ...(port === undefined ? {} : { [port]: String(number) }),
    ...(address === undefined ? {} : { [address]: `${LOCALHOST}:${String(number)}` }),
  };
}

const LOCALHOST = 'localhost';

/** An application that knows the upstream goes past its ambassador. */
function refusingUpstream(pod: OpenPod, application: string, upstream: string): OpenPod {
  const env = pod.model.containers.find(({ name }) => name === application)?.container['env'];
  const host = upstream.slice(0, upstream.lastIndexOf(':'));
  return (Array.isArray(env) ? env : []).reduce<OpenPod>((sofar, variable: { value?: unknown }, position) => {
    const { value } = variable;
    if (typeof value !== 'string' || !(value === host || value.includes(upstream))) return sofar;
    const detail =
      'leads past the ambassador, which is there for it: leave it out, and let the pattern wire a variable';
    const path = `env[${position}].value`;
    return sofar.refuse(
      { code: 'upstream-in-application', path, type: 'Invalid', value, detail, ours: true },
      application,
    );
  }, pod);
}

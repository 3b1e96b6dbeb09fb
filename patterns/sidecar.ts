import type { Helper, IfDown } from '../lib/pod/helper';
import type { PortList, PortReference, Ports, PortsByName } from '../lib/pod/ports';
import type { ProbeAt } from '../lib/pod/probe';
import { addHelper } from './add-helper';
import type { HelperAdded, VolumesNeeded } from './helper-added';
import type { RunningHelper, StartGate } from './helper-options';
import type { ByPath, Config, ConfigVolume } from './mounts';
import { pattern } from './pattern';
import type { OpenPod, Pattern } from './pattern';
import { refusingUnknownPort } from './port-of-pod';

/** What a sidecar is, and what its failure means. */
export interface SidecarPatternOptions<
  Name extends string,
  P extends Ports,
  Reads extends ByPath,
  Writes extends ByPath,
  Down extends IfDown,
  Listens extends PortsByName,
  Fronts extends string,
> extends RunningHelper<Name, P, Reads, Writes> {
  /** What is lost while it is down: logs and traces, the application itself, its metrics, or later changes. */
  readonly ifDown: Down;
  /** Ports on localhost that the application sends to, by name: `{ otlp: 4317 }`. No Service may lead there. */
  readonly listens?: Listens;
  /** The application's port that it stands before, by name: traffic goes to a port of its own, and no Service there. */
  readonly fronts?: Fronts;
  /** What it keeps is this replica's alone and may be lost at any time: else a database or a cache is refused here. */
  readonly disposable?: true;
  /** When it has started: the application waits for that, so without a gate it takes the reason why it need not. */
  readonly startupProbe: StartGate<P>;
  /** Whether the Pod may get traffic; only for a sidecar without which the application cannot work. */
  readonly readinessProbe?: NoInfer<Down> extends 'unavailable'
    ? ProbeAt<PortReference<NoInfer<P>>>
    : 'a helper that the application can do without must not take it out of traffic: leave the readinessProbe out';
}

/**
 * A helper that runs as long as the application: it starts before it, gated by its startup probe, and stops after it.
 *
 * For what the Pod itself needs on the spot: its log files, its secrets, its configuration. What only listens to
 * outbound connections is an {@link ambassador}, what translates for an outside reader an {@link adapter}; what could be
 * reached by the network just as well belongs into a Pod of its own.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function sidecar<
  const Name extends string,
  const Down extends IfDown,
  const P extends Ports = Record<never, never>,
  const Reads extends ByPath = Record<never, never>,
  const Writes extends ByPath = Record<never, never>,
  const Listens extends PortsByName = Record<never, never>,
  const Fronts extends string = never,
  const Brought extends Config | undefined = undefined,
  const Readiness extends object | undefined = undefined,
>(
  options: SidecarPatternOptions<Name, P, Reads, Writes, Down, Listens, Fronts> & {
    readonly config?: Brought;
    readonly readinessProbe?: Readiness;
  },
): Pattern<
  HelperAdded<{
    name: Name;
    ports: P;
    internal: Listens;
    hidden: Fronts;
    volume: ConfigVolume<Name, Brought>;
    ready: SaysWhenReady<Readiness>;
  }>,
  VolumesNeeded<Reads & Writes> & { readonly ports: Readonly<Record<Fronts, true>> }
> {
  return pattern((pod) => addSidecar(pod, options));
}

/** Adds a sidecar to a Pod whose names the compiler does not know. */
export function addSidecar<Down extends IfDown, P extends Ports>(
  pod: OpenPod,
  options: SidecarPatternOptions<string, P, ByPath, ByPath, Down, PortsByName, string>,
): OpenPod {
  const { name, ifDown, disposable, listens = {}, fronts, ...container } = options;
  const internalPorts = [...(fronts === undefined ? [] : [fronts]), ...Object.keys(listens)];
  const helper: Helper = {
    pattern: 'sidecar',
    ifDown,
    ...(disposable === undefined ? {} : { disposable }),
    ...(internalPorts.length === 0 ? {} : { internalPorts }),
    ...(fronts === undefined ? {} : { fronts, caveats: [PAST_IT] }),
  };
  const helped = addHelper(pod, name, withPorts(container, listens), helper);
  const added = fronts === undefined ? helped : refusingUnknownPort(helped, name, 'it stands before', fronts);
  if (ifDown === 'unavailable' || options.readinessProbe === undefined) return added;
  const detail = 'a helper that the application can do without must not take it out of traffic';
  const problem = {
    code: 'readiness-of-helper',
    path: 'readinessProbe',
    type: 'Forbidden',
    detail,
    ours: true,
  } as const;
  return added.refuse(problem, name);
}

/** The container with the ports on localhost beside its others. */
function withPorts<Container extends { readonly ports?: Ports }>(container: Container, listens: PortsByName) {
  const { ports = {} } = container;
  if (Object.keys(listens).length === 0) return container;
  return { ...container, ports: isList(ports) ? [...ports, ...listOf(listens)] : { ...listens, ...ports } };
}

function isList(ports: Ports): ports is PortList {
  return Array.isArray(ports);
}

function listOf(ports: PortsByName): PortList {
  return Object.entries(ports).map(([name, port]) =>
    typeof port === 'number' ? { name, containerPort: port } : { name, ...port },
  );
}

const PAST_IT =
  "the application's port can still be reached past it at the Pod's address: bind it to 127.0.0.1, or have a NetworkPolicy";

type SaysWhenReady<Readiness> = [Readiness] extends [undefined] ? false : true;

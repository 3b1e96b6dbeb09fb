import type { Helper, IfDown } from '../lib/pod/helper';
import type { PortBindings, PortNames, PortReference, Ports } from '../lib/pod/ports';
import type { ProbeAt } from '../lib/pod/probe';
import { addHelper } from './add-helper';
import type { RunningHelper, StartGate } from './helper-options';
import type { ByPath, Config, ConfigVolume, VolumesIn } from './mounts';
import { pattern } from './pattern';
import type { Pattern } from './pattern';

/** What a sidecar is, and what its failure means. */
export interface SidecarPatternOptions<
  Name extends string,
  P extends Ports,
  Reads extends ByPath,
  Writes extends ByPath,
  Down extends IfDown,
> extends RunningHelper<Name, P, Reads, Writes> {
  /** What is lost while it is down: logs and traces, the application itself, or its metrics. */
  readonly ifDown: Down;
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
 * What the compiler knows of a helper once it is there: its name and its ports, those that are for the Pod alone, the
 * volume of the configuration that it brings along, and whether it has a readiness probe.
 */
export interface HelperAdded<
  Name extends string,
  P extends Ports,
  Internal extends Ports = Record<never, never>,
  Volume extends string = never,
  IsReady extends boolean = false,
> {
  readonly containers: Readonly<Record<Name, 'sidecar'>>;
  readonly volumes: Readonly<Record<Volume, true>>;
  readonly ports: { readonly [Port in PortNames<P>]: true };
  readonly bindings: PortBindings<P> | PortBindings<Internal>;
  readonly ready: IsReady;
}

/** The volumes that a pattern needs to be there. */
export interface VolumesNeeded<Mounts extends ByPath> {
  readonly volumes: Readonly<Record<VolumesIn<Mounts>, true>>;
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
  const Brought extends Config | undefined = undefined,
  const Readiness extends object | undefined = undefined,
>(
  options: SidecarPatternOptions<Name, P, Reads, Writes, Down> & {
    readonly config?: Brought;
    readonly readinessProbe?: Readiness;
  },
): Pattern<
  HelperAdded<Name, P, Record<never, never>, ConfigVolume<Name, Brought>, SaysWhenReady<Readiness>>,
  VolumesNeeded<Reads & Writes>
> {
  const { name, ifDown, disposable, ...container } = options;
  const helper: Helper = { pattern: 'sidecar', ifDown, ...(disposable === undefined ? {} : { disposable }) };
  return pattern((pod) => {
    const added = addHelper(pod, name, container, helper);
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
  });
}

type SaysWhenReady<Readiness> = [Readiness] extends [undefined] ? false : true;

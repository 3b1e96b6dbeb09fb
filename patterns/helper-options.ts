import type { ContainerBase, ContainerOptions } from '../lib/pod/container';
import type { PortReference, Ports } from '../lib/pod/ports';
import type { ProbeAt } from '../lib/pod/probe';
import type { Because, Without } from '../lib/pod/reason';
import type { ByPath, Mounting } from './mounts';

/** What every container that a pattern adds has: the API's own fields, a name, a reason, what it reads and writes. */
export interface PatternContainer<Name extends string, Reads extends ByPath, Writes extends ByPath>
  extends Omit<ContainerBase<never>, 'volumeMounts'>, Mounting<Reads, Writes> {
  /** The container's name: a DNS label. */
  readonly name: Name;
  /** One sentence: what it shares with the application, and why it cannot be a Pod of its own. Printed above it. */
  readonly because: string;
}

/** What a container has that keeps running beside the application. */
export interface RunningHelper<Name extends string, P extends Ports, Reads extends ByPath, Writes extends ByPath>
  extends
    PatternContainer<Name, Reads, Writes>,
    Pick<ContainerOptions<P, never, never>, 'livenessProbe' | 'lifecycle' | 'terminationSeconds'> {
  /** The ports that it listens on for others than the application. */
  readonly ports?: P;
  /** A plain container instead of a native sidecar, with the reason: it starts and stops beside the application. */
  readonly legacy?: Because<true>;
}

/** When a helper has started, so that the next container may; or the reason why nobody waits for it. */
export type StartGate<P extends Ports> = ProbeAt<PortReference<NoInfer<P>>, 1> | Without;

import type { Container } from '../api/container';
import type { PodSpec } from '../api/pod';
import { containersOf, type PlacedContainer } from '../containers';
import { FieldPath } from '../field-path';
import { heldSpec } from '../held-spec';
import { DEFAULT_TARGET } from '../version';
import { graceOf, LEAST_GRACE } from './grace';
import { hookOf, type Hook } from './hooks';
import type { SpecOptions } from '../spec-options';

/** How a Pod that is deleted goes down; every time is in seconds from the request to stop. */
export interface StopOrder {
  /** The time that all containers share, hooks included. */
  readonly grace: number;
  /** What is asked to stop after what: the regular containers together, then the sidecars, the last started first. */
  readonly steps: readonly StopStep[];
  /** When the last process is gone at the latest: who is asked only when the grace period is over gets 2 seconds. */
  readonly gone: number;
}

/** One step of the stop; the next begins when all its containers have ended, or when the grace period is over. */
export interface StopStep {
  /** Its number, counted from 1. */
  readonly step: number;
  /** Who is stopped in it. */
  readonly role: 'app' | 'sidecar';
  /** Who is stopped in it, in the order of the spec. */
  readonly containers: readonly StoppingContainer[];
}

/** A container at its end. */
export interface StoppingContainer {
  /** The container's name. */
  readonly name: string;
  /** Its place in the object. */
  readonly path: string;
  /** The hook that runs before; the hooks of all containers, sidecars too, begin together with the request to stop. */
  readonly preStop?: Hook;
  /** The signal that asks it to stop, or kills it where there is no grace period; an image may ask for another. */
  readonly signal: string;
  /** When it is asked to stop: the soonest and the latest. */
  readonly signalled: TimeSpan;
  /** How long it then has until it is killed: the least and the most. */
  readonly left: TimeSpan;
}

/** A time that is not known exactly, in seconds. */
export interface TimeSpan {
  readonly least: number;
  readonly most: number;
}

/**
 * How a Pod goes down when it is deleted or evicted: every `preStop` hook begins at once; a regular container gets its
 * signal when its hook is done; a sidecar when its hook is done and the regular containers and all later sidecars have
 * ended. All share one grace period, and who is late is killed. Nothing that is written makes it throw.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#termination-with-sidecars
 */
export function stopOrderOf(spec: PodSpec, options: SpecOptions = {}): StopOrder {
  const held = heldSpec(spec, options.target ?? DEFAULT_TARGET);
  const grace = graceOf(held);
  const placed = containersOf(held, options.path ?? FieldPath.of('spec'));
  const apps = placed.filter(({ role }) => role === 'app');
  const sidecars = placed.filter(({ role }) => role === 'sidecar').reverse();
  const groups = [...(apps.length === 0 ? [] : [apps]), ...sidecars.map((one) => [one])];
  let soonest = 0;
  const steps = groups.map((group, index): StopStep => {
    const isFirst = index === 0;
    const containers = group.map((one) => stoppingContainer(one, { grace, soonest, isFirst }));
    soonest = Math.max(soonest, ...containers.map(({ signalled }) => signalled.least));
    return { step: index + 1, role: group[0]?.role === 'sidecar' ? 'sidecar' : 'app', containers };
  });
  return { grace, steps, gone: goneAfter(steps, grace) };
}

function goneAfter(steps: readonly StopStep[], grace: number): number {
  if (grace === 0) return 0;
  const asked = steps.flatMap(({ containers }) => containers.map(({ signalled }) => signalled.most));
  return Math.max(grace, ...asked.map((seconds) => seconds + LEAST_GRACE));
}

/** What is known when a container's turn comes. */
interface Turn {
  readonly grace: number;
  /** The soonest at which everyone before it has ended. */
  readonly soonest: number;
  /** Whether nobody is stopped before it. */
  readonly isFirst: boolean;
}

function stoppingContainer({ container, path }: PlacedContainer, turn: Turn): StoppingContainer {
  const { grace, isFirst, soonest } = turn;
  const preStop = grace === 0 ? undefined : hookOf(container.lifecycle?.preStop);
  const { least, most } = preStop === undefined ? NO_TIME : spanOf(preStop, grace);
  const signalled = { least: Math.max(soonest, least), most: isFirst ? most : grace };
  const left = { least: leftAfter(signalled.most, grace), most: leftAfter(signalled.least, grace) };
  return {
    name: container.name,
    path: path.toString(),
    ...(preStop === undefined ? {} : { preStop }),
    signal: grace === 0 ? 'SIGKILL' : signalOf(container),
    signalled,
    left,
  };
}

const NO_TIME: TimeSpan = { least: 0, most: 0 };

/** A hook that outlives the grace period is given up. */
function spanOf({ seconds }: Hook, grace: number): TimeSpan {
  return { least: Math.min(seconds ?? 0, grace), most: Math.min(seconds ?? grace, grace) };
}

function leftAfter(seconds: number, grace: number): number {
  return grace === 0 ? 0 : Math.max(grace - seconds, LEAST_GRACE);
}

function signalOf({ lifecycle }: Container): string {
  return lifecycle?.stopSignal ?? 'SIGTERM';
}

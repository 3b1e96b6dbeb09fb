import type { Container } from '../api/container';
import type { PodSpec } from '../api/pod';
import { containersOf, type ContainerRole, type PlacedContainer } from '../containers';
import { FieldPath } from '../field-path';
import { heldSpec } from '../held-spec';
import { DEFAULT_TARGET } from '../version';
import { graceOf } from './grace';
import { hookOf, type Hook } from './hooks';
import type { SpecOptions } from '../spec-options';
import {
  livenessTimesOf,
  readinessTimesOf,
  startupTimesOf,
  type LivenessTimes,
  type ReadinessTimes,
  type StartupTimes,
} from './probe-times';

/** How a Pod comes up, step by step, without the time for pulling images and mounting volumes. */
export interface StartOrder {
  /** What starts after what; the next step begins when a step's gate opens. */
  readonly steps: readonly StartStep[];
  /** When the Pod as a whole can take traffic. */
  readonly ready: PodReadiness;
}

/** One step of the start: a single init container or sidecar, or all regular containers together. */
export interface StartStep {
  /** Its number, counted from 1. */
  readonly step: number;
  /** What starts in it. */
  readonly role: Exclude<ContainerRole, 'ephemeral'>;
  /** What starts in it, in the order of the spec; a hook after the start holds up the containers behind it. */
  readonly containers: readonly StartingContainer[];
  /**
   * What must happen before the next step: the container `completed`, the sidecar is `started`. Readiness opens no gate.
   */
  readonly gate: 'completed' | 'started';
  /** The soonest at which the gate opens, in seconds from the start of the step. */
  readonly earliest: number;
  /** The latest, before something is restarted, in seconds; absent where nothing in the spec ends the wait. */
  readonly latest?: number;
}

/** A container at its start. */
export interface StartingContainer {
  /** The container's name. */
  readonly name: string;
  /** Its place in the object. */
  readonly path: string;
  /** When its process starts at the soonest, in seconds from the start of the step. */
  readonly begins: number;
  /** The hook that runs right after the start and holds up what starts next. */
  readonly postStart?: Hook;
  /** Whether it starts again after it was killed; an init container that fails is tried again unless this is false. */
  readonly restarts: boolean;
  /** What its startup probe allows. */
  readonly startup?: StartupTimes;
  /** How fast its readiness comes and goes; without it the container is ready once it is started. */
  readonly readiness?: ReadinessTimes;
  /** How fast a hung process is restarted; without it nobody notices. */
  readonly liveness?: LivenessTimes;
}

/** When a Pod becomes ready. */
export interface PodReadiness {
  /** The soonest, in seconds from the start of the first step, with init containers and hooks that take no time. */
  readonly earliest: number;
  /** The containers that a probe must find ready, sidecars included. */
  readonly probed: readonly string[];
  /** The conditions that somebody else must set too. */
  readonly gates: readonly string[];
}

/**
 * How a Pod comes up: init containers and sidecars one after the other in the order of the spec, each init container to
 * its end and each sidecar until it is started, then the regular containers together. Nothing that is written makes it
 * throw.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function startOrderOf(spec: PodSpec, options: SpecOptions = {}): StartOrder {
  const held = heldSpec(spec, options.target ?? DEFAULT_TARGET);
  const placed = containersOf(held, options.path ?? FieldPath.of('spec'));
  const apps = placed.filter(({ role }) => role === 'app');
  const groups = [...placed.filter(isBefore).map((one) => [one]), ...(apps.length === 0 ? [] : [apps])];
  const steps = groups.map((group, index) => stepOf(group, index + 1, held));
  return { steps, ready: readinessOf(held, steps, placed) };
}

function isBefore({ role }: PlacedContainer): boolean {
  return role === 'init' || role === 'sidecar';
}

function stepOf(group: readonly PlacedContainer[], step: number, spec: PodSpec): StartStep {
  const [first] = group;
  const role = first?.role === 'init' || first?.role === 'sidecar' ? first.role : 'app';
  const containers: StartingContainer[] = [];
  let begins = 0;
  for (const one of group) {
    const starting = startingContainer(one, spec, begins);
    containers.push(starting);
    begins += starting.postStart?.seconds ?? 0;
  }
  const gate = role === 'init' ? 'completed' : 'started';
  const earliest = Math.max(begins, ...containers.map((one) => one.begins + (one.startup?.earliest ?? 0)));
  const latest = role === 'init' ? undefined : latestOf(containers, begins);
  return { step, role, containers, gate, earliest, ...(latest === undefined ? {} : { latest }) };
}

/** A hook whose time is not known may hold the start up for ever. */
function latestOf(containers: readonly StartingContainer[], hooks: number): number | undefined {
  if (containers.some(({ postStart }) => postStart !== undefined && postStart.seconds === undefined)) return undefined;
  return Math.max(hooks, ...containers.map(({ begins, startup }) => begins + (startup?.budget ?? 0)));
}

function startingContainer(
  { container, path, role }: PlacedContainer,
  spec: PodSpec,
  begins: number,
): StartingContainer {
  const common = {
    name: container.name,
    path: path.toString(),
    begins,
    restarts: (container.restartPolicy ?? spec.restartPolicy) !== 'Never',
  };
  // Init containers have no hooks and no probes; the server refuses them there.
  if (role === 'init') return common;
  const postStart = hookOf(container.lifecycle?.postStart);
  return { ...common, ...(postStart && { postStart }), ...timesOf(container, graceOf(spec)) };
}

function timesOf(container: Container, grace: number): Pick<StartingContainer, 'startup' | 'readiness' | 'liveness'> {
  const startup = startupTimesOf(container, grace);
  const readiness = readinessTimesOf(container);
  const liveness = livenessTimesOf(container, grace);
  return { ...(startup && { startup }), ...(readiness && { readiness }), ...(liveness && { liveness }) };
}

function readinessOf(spec: PodSpec, steps: readonly StartStep[], placed: readonly PlacedContainer[]): PodReadiness {
  let begins = 0;
  let earliest = 0;
  for (const { containers, earliest: opens } of steps) {
    const ready = containers.map((one) => begins + one.begins + (one.readiness?.earliest ?? 0));
    earliest = Math.max(earliest, begins + opens, ...ready);
    begins += opens;
  }
  const serving = placed.filter(({ role }) => role === 'app' || role === 'sidecar');
  return {
    earliest,
    probed: serving
      .filter(({ container }) => container.readinessProbe !== undefined)
      .map(({ container }) => container.name),
    gates: (spec.readinessGates ?? []).map(({ conditionType }) => conditionType),
  };
}

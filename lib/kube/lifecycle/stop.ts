import type { LifecycleHandler } from '../api/probe';
import type { PodSpec } from '../api/pod';
import { containersOf, type PlacedContainer } from '../containers';
import { FieldPath } from '../field-path';
import { heldPodSpec } from '../held-pod-spec';
import { NEWEST_VERSION } from '../resources/held-resources';
import type { KubernetesVersion } from '../version';
import { graceOf, SMALLEST_WINDOW } from './grace';

/** A `preStop` hook that runs when the Pod is asked to stop. */
export interface StopHook {
  readonly name: string;
  readonly path: string;
  /** What the hook does. */
  readonly action: 'exec' | 'httpGet' | 'sleep' | 'tcpSocket';
  /** How long it takes, in seconds; only a `sleep` tells. */
  readonly seconds?: number;
}

/** A container that gets its stop signal. */
export interface StoppingContainer {
  readonly name: string;
  readonly path: string;
  readonly signal: string;
  /** The most that is left of the grace period when the signal comes, in seconds, before the container is killed. */
  readonly windowAtMost: number;
  /** The least that is left, when those before it and its own hook take as long as they may, in seconds. */
  readonly windowAtLeast: number;
}

/** A step of the stop of a Pod; the next begins when every container of this one has ended. */
export interface StopStep {
  readonly role: 'app' | 'sidecar';
  readonly containers: readonly StoppingContainer[];
}

/** The stop of a Pod. */
export interface StopPlan {
  /** How long the Pod has to end by itself, in seconds. */
  readonly grace: number;
  /** The hooks: all at once, of sidecars too, the moment the Pod is asked to stop; they use up the grace period. */
  readonly hooks: readonly StopHook[];
  /**
   * The stop signals: regular containers together, each after its own hook, then the sidecars from last to first. When
   * the grace period is over, or is 0, nobody waits any longer.
   */
  readonly steps: readonly StopStep[];
  /** The longest from the request until every container is gone, in seconds. */
  readonly worstCase: number;
}

/**
 * The order in which the containers of a running Pod stop, and how much time each gets. Init containers have ended by
 * then. No input makes it throw.
 *
 * @param version The Kubernetes version that runs the Pod; there are no sidecars before 1.29.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
 */
export function stopPlan(
  written: PodSpec,
  version: KubernetesVersion = NEWEST_VERSION,
  path: FieldPath = FieldPath.of('spec'),
): StopPlan {
  return stopPlanOfHeld(heldPodSpec(written, version), path);
}

/** Like `stopPlan`, of a spec as the API server holds it. */
export function stopPlanOfHeld(spec: PodSpec, path: FieldPath): StopPlan {
  const grace = graceOf(spec);
  const running = containersOf(spec, path);
  const apps = running.filter(({ role }) => role === 'app');
  const sidecars = running.filter(({ role }) => role === 'sidecar').reverse();
  const hooks = grace === 0 ? [] : [...apps, ...sidecars].flatMap(hookOf);
  const waits = hooks.length > 0 || sidecars.length > 0;
  return {
    grace,
    hooks,
    steps: stepsOf(apps, sidecars, grace),
    worstCase: waits && grace > 0 ? grace + SMALLEST_WINDOW : Math.max(grace, SMALLEST_WINDOW),
  };
}

const DEFAULT_SIGNAL = 'SIGTERM';
const ACTIONS = ['exec', 'httpGet', 'sleep', 'tcpSocket'] as const satisfies readonly (keyof LifecycleHandler)[];

function stepsOf(
  apps: readonly PlacedContainer[],
  sidecars: readonly PlacedContainer[],
  grace: number,
): readonly StopStep[] {
  const first = apps.map((each) => stopping(each, grace, 0));
  const steps: StopStep[] = first.length > 0 ? [{ role: 'app', containers: first }] : [];
  let soonest = Math.max(0, ...apps.map(sleepOf));
  for (const sidecar of sidecars) {
    steps.push({ role: 'sidecar', containers: [stopping(sidecar, grace, soonest)] });
    soonest = Math.max(soonest, sleepOf(sidecar));
  }
  return steps;
}

/** The signal comes when the container's own hook has ended, and not before its turn. */
function stopping(placed: PlacedContainer, grace: number, turn: number): StoppingContainer {
  const { container, path } = placed;
  return {
    name: container.name,
    path: path.toString(),
    signal: container.lifecycle?.stopSignal ?? DEFAULT_SIGNAL,
    windowAtMost: Math.max(grace - Math.max(turn, sleepOf(placed)), SMALLEST_WINDOW),
    windowAtLeast: Math.max(grace - latestSignal(placed, grace), SMALLEST_WINDOW),
  };
}

/** Whoever waits for a program, be it a hook or a container before its turn, may wait until the grace period is over. */
function latestSignal(placed: PlacedContainer, grace: number): number {
  const hook = placed.container.lifecycle?.preStop;
  return placed.role === 'sidecar' || (hook?.exec ?? hook?.httpGet) !== undefined ? grace : sleepOf(placed);
}

function sleepOf({ container }: PlacedContainer): number {
  return Math.max(container.lifecycle?.preStop?.sleep?.seconds ?? 0, 0);
}

function hookOf({ container, path }: PlacedContainer): StopHook[] {
  const hook = container.lifecycle?.preStop;
  const action = ACTIONS.find((each) => hook?.[each] !== undefined);
  if (action === undefined) return [];
  const seconds = hook?.sleep?.seconds;
  return [
    {
      name: container.name,
      path: path.child('lifecycle').child('preStop').toString(),
      action,
      ...(seconds !== undefined && { seconds }),
    },
  ];
}

import type { PodSpec } from '../api/pod';
import { FieldPath } from '../field-path';
import { NEWEST_VERSION } from '../resources/held-resources';
import type { KubernetesVersion } from '../version';
import { stopPlan } from './stop';

/** How long containers take to end after their stop signal, in seconds, by name; the spec itself has no field for it. */
export type StopTimes = Readonly<Record<string, number>>;

/** When a container of a stopping Pod ends, in seconds from the request. */
export interface ContainerEnd {
  readonly name: string;
  /** When its stop signal comes: its own `preStop` sleep is over, and it is its turn. */
  readonly signal: number;
  readonly end: number;
}

/** How long a Pod takes to end by itself. */
export interface StopNeed {
  /** The least grace period in which every container ends by itself, in seconds. */
  readonly seconds: number;
  /** The container of each step that the next step waits for, in order. */
  readonly steps: readonly ContainerEnd[];
}

/**
 * How long a Pod takes to end by itself, from how long its containers say they take: regular containers together, then
 * the sidecars one after the other, all within one grace period. What is not known counts nothing. No input makes it
 * throw.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
 */
export function stopNeed(
  written: PodSpec,
  times: StopTimes,
  version: KubernetesVersion = NEWEST_VERSION,
  path: FieldPath = FieldPath.of('spec'),
): StopNeed {
  const { hooks, steps } = stopPlan(written, version, path);
  const sleeps = new Map(hooks.map(({ name, seconds = 0 }) => [name, seconds]));
  const ends: ContainerEnd[] = [];
  for (const { containers } of steps) {
    const turn = ends.at(-1)?.end ?? 0;
    const last = containers
      .map(({ name }) => {
        const signal = Math.max(turn, sleeps.get(name) ?? 0);
        return { name, signal, end: signal + (Object.hasOwn(times, name) ? (times[name] ?? 0) : 0) };
      })
      .reduce((latest, each) => (each.end > latest.end ? each : latest));
    ends.push(last);
  }
  return { seconds: ends.at(-1)?.end ?? 0, steps: ends };
}

import { nameOf, type Subject } from './subject';
import { names, seconds } from './words';

/** What holds a rollout back until a new Pod works, as far as its probes tell. */
export interface RolloutGate {
  /** `readiness` probes tell whether it works, `startup` probes whether it has booted, and else it only has to run. */
  readonly by: 'readiness' | 'startup' | 'running';
  /** When a new Pod is available where no readiness probe has a say: `as soon as its containers run`. */
  readonly soon: string;
  /** What holds the rollout back where no readiness probe does, as the beginning of a sentence. */
  readonly instead: string;
}

/** What of a new Pod the rollout waits for: a container is not ready before its startup probe has succeeded. */
export function rolloutGateOf(subject: Subject): RolloutGate {
  const starting = subject.running.filter(({ container }) => container.startupProbe !== undefined);
  const isProven = subject.running.some(({ container }) => container.readinessProbe !== undefined);
  const by = isProven ? 'readiness' : starting.length > 0 ? 'startup' : 'running';
  const minimum = minReadySecondsOf(subject);
  const begins = by === 'startup' ? 'have started' : 'run';
  const soon =
    minimum > 0 ? `${seconds(minimum)} after its containers ${begins}` : `as soon as its containers ${begins}`;
  const many = starting.length > 1;
  const instead =
    by === 'startup'
      ? `only the startup ${many ? 'probes' : 'probe'} of ${names(starting.map(nameOf))} ${many ? 'hold' : 'holds'} a new Pod back: the rollout goes on ${soon}`
      : `no readiness probe holds a new Pod back: the rollout goes on ${soon}, working or not`;
  return { by, soon, instead };
}

/** How long a Pod has to be ready before it counts as available. */
export function minReadySecondsOf({ owner }: Subject): number {
  const minimum = 'spec' in owner && 'minReadySeconds' in owner.spec ? owner.spec.minReadySeconds : undefined;
  return Math.max(minimum ?? 0, 0);
}

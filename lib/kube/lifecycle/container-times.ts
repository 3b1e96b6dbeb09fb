import type { Container } from '../api/container';
import type { PlacedContainer } from '../containers';
import { secondsToNotice, secondsUntilFailure, secondsUntilSuccess } from './probe-times';

/** What a spec tells of the times of one container, in seconds; what it does not tell is left out. */
export interface ContainerTimes {
  readonly name: string;
  readonly path: string;
  /** The longest that it may take until its startup probe gives up and it is restarted. */
  readonly startupBudget?: number;
  /** The soonest that it can be ready. Without a readiness probe it is ready as soon as it has started. */
  readonly soonestReady: number;
  /** The longest that it stays ready after it has stopped answering. */
  readonly unreadyAfter?: number;
  /** The longest that it runs on after it has stopped answering, before the liveness probe ends it. */
  readonly restartAfter?: number;
  /** How long it has to end by itself when the liveness or startup probe ends it. */
  readonly probeGrace?: number;
}

/** The times of a container, from its probes and the grace period of its Pod. */
export function timesOf({ container, path }: PlacedContainer, podGrace: number): ContainerTimes {
  const { name, startupProbe, readinessProbe, livenessProbe } = container;
  const restarting = livenessProbe ?? startupProbe;
  return {
    name,
    path: path.toString(),
    ...(startupProbe && { startupBudget: secondsUntilFailure(startupProbe) }),
    soonestReady: soonestReady(container),
    ...(readinessProbe && { unreadyAfter: secondsToNotice(readinessProbe) }),
    ...(livenessProbe && { restartAfter: secondsToNotice(livenessProbe) }),
    ...(restarting && { probeGrace: restarting.terminationGracePeriodSeconds ?? podGrace }),
  };
}

/** Readiness is asked only once the container has started; the delays of both probes count from its beginning. */
export function soonestReady({
  startupProbe,
  readinessProbe,
}: Pick<Container, 'startupProbe' | 'readinessProbe'>): number {
  const started = startupProbe === undefined ? 0 : secondsUntilSuccess(startupProbe);
  return readinessProbe === undefined ? started : Math.max(started, secondsUntilSuccess(readinessProbe));
}

import type { Probe } from '../api/probe';

/**
 * The longest that a probe takes to give up, in seconds from the moment its container runs: the initial delay, and for
 * every failure that is allowed one period, or one timeout where that is longer.
 */
export function secondsUntilFailure({ initialDelaySeconds = 0, ...probe }: Probe): number {
  return initialDelaySeconds + secondsToNotice(probe);
}

/** The longest that a probe takes to notice a container that no longer answers, in seconds, give or take one timeout. */
export function secondsToNotice({ failureThreshold, ...probe }: Probe): number {
  return (failureThreshold || DEFAULT_FAILURES) * secondsBetween(probe);
}

/** The soonest that a probe can succeed, in seconds from the moment its container runs. */
export function secondsUntilSuccess({ initialDelaySeconds = 0, periodSeconds, successThreshold }: Probe): number {
  return initialDelaySeconds + ((successThreshold || 1) - 1) * (periodSeconds || DEFAULT_PERIOD);
}

const DEFAULT_FAILURES = 3;
const DEFAULT_PERIOD = 10;

/** A probe that times out later than the next is due delays that one. */
function secondsBetween({ periodSeconds, timeoutSeconds }: Probe): number {
  return Math.max(periodSeconds || DEFAULT_PERIOD, timeoutSeconds || 1);
}

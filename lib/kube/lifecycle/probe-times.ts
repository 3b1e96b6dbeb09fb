import type { Probe } from '../api/probe';

/**
 * The longest that a probe takes to give up, in seconds from the moment its container runs: the initial delay, and for
 * every failure that is allowed one period, or one timeout where that is longer.
 */
export function secondsUntilFailure({ initialDelaySeconds = 0, failureThreshold, ...probe }: Probe): number {
  const { longer } = intervalsOf(probe);
  return initialDelaySeconds + (failureThreshold || DEFAULT_FAILURES) * longer;
}

/**
 * The longest that a probe takes to notice a container that has stopped answering, in seconds: in the worst case it stops
 * right after a success, and the last of the failures is known only when its timeout is over.
 */
export function secondsToNotice({ failureThreshold, ...probe }: Probe): number {
  const { longer, shorter } = intervalsOf(probe);
  return (failureThreshold || DEFAULT_FAILURES) * longer + shorter;
}

/** The soonest that a probe can succeed, in seconds from the moment its container runs. */
export function secondsUntilSuccess({ initialDelaySeconds = 0, periodSeconds, successThreshold }: Probe): number {
  return initialDelaySeconds + ((successThreshold || 1) - 1) * (periodSeconds || DEFAULT_PERIOD);
}

const DEFAULT_FAILURES = 3;
const DEFAULT_PERIOD = 10;

/** The period and the timeout by their length: a probe that times out later than the next is due delays that one. */
function intervalsOf({ periodSeconds, timeoutSeconds }: Probe): { readonly longer: number; readonly shorter: number } {
  const [period, timeout] = [periodSeconds || DEFAULT_PERIOD, timeoutSeconds || 1];
  return { longer: Math.max(period, timeout), shorter: Math.min(period, timeout) };
}

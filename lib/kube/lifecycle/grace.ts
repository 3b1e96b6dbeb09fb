import type { PodSpec } from '../api/pod';

/** How long a Pod has to end by itself, in seconds; a negative period counts as one second. */
export function graceOf({ terminationGracePeriodSeconds = DEFAULT_GRACE }: PodSpec): number {
  return terminationGracePeriodSeconds < 0 ? 1 : terminationGracePeriodSeconds;
}

/** The window that every container gets between its stop signal and the end, even when the grace period is over. */
export const SMALLEST_WINDOW = 2;

const DEFAULT_GRACE = 30;

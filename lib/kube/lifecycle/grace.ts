import type { PodSpec } from '../api/pod';

/** What the kubelet grants a container at least that still has to stop when the grace period is over, in seconds. */
export const LEAST_GRACE = 2;

/** The seconds that a Pod has for stopping: 30 where none are written, and a negative number counts as 1. */
export function graceOf({ terminationGracePeriodSeconds = 30 }: PodSpec): number {
  return terminationGracePeriodSeconds < 0 ? 1 : terminationGracePeriodSeconds;
}

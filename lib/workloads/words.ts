/** How many Pods an owner keeps, in words. */
export function podsKept(replicas: unknown): string {
  if (typeof replicas !== 'number') return 'as many Pods as its autoscaler asks for';
  return replicas === 1 ? '1 Pod' : `${replicas} Pods`;
}

/** A span of seconds as people say it: `90 s`, `15 min`, `2 h`. */
export function span(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** What stands before the last day of an experiment in its header. */
export const DELETE_BY = 'Delete it by ';

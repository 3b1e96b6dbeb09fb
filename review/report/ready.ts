import { isLasting, type Subject } from './subject';
import { count, sentence } from './words';

/** What `kubectl get pods` shows of a Pod that is well. */
export interface ReadyReport {
  /** The column READY: `2/2`. */
  readonly expected: string;
  /** The column STATUS: `Running`, or `Completed` for what has done its work. */
  readonly status: 'Running' | 'Completed';
  readonly sentence: string;
}

/** What to expect in the column READY: regular containers and sidecars count, init containers do not. */
export function readyOf(subject: Subject): ReadyReport {
  const { apps, owner, sidecars } = subject;
  const all = apps.length + sidecars.length;
  const parts = [
    count(apps.length, 'regular container'),
    ...(sidecars.length === 0 ? [] : [count(sidecars.length, 'sidecar')]),
  ].join(' and ');
  const isFinite = owner.kind === 'Job' || owner.kind === 'CronJob' || !isLasting(subject);
  if (isFinite) {
    const text = `\`kubectl get pods\` shows READY \`0/${all}\` and \`Completed\` when it is done, \`${all}/${all}\` while it runs well: ${parts}`;
    return { expected: `0/${all}`, status: 'Completed', sentence: sentence(text) };
  }
  return {
    expected: `${all}/${all}`,
    status: 'Running',
    sentence: sentence(`\`kubectl get pods\` shows READY \`${all}/${all}\` when it is well: ${parts}`),
  };
}

import { lifeOf, type Subject } from './subject';
import { code, count, list, sentence } from './words';

/** What `kubectl get pods` shows of a Pod that is well. */
export interface ReadyReport {
  /** The column READY: `2/2`. */
  readonly expected: string;
  /** The column STATUS: `Running`, or `Completed` for the Pod of a Job that has done its work. */
  readonly status: 'Running' | 'Completed';
  readonly sentence: string;
}

/** What to expect in the column READY: regular containers and sidecars count, init containers do not. */
export function readyOf(subject: Subject): ReadyReport {
  const { apps, sidecars } = subject;
  const all = apps.length + sidecars.length;
  const parts = list([
    count(apps.length, 'regular container'),
    ...(sidecars.length === 0 ? [] : [count(sidecars.length, 'sidecar')]),
  ]);
  const shown = 'kubectl get pods';
  if (lifeOf(subject) === 'lasting') {
    const text = `${code(shown)} shows READY \`${all}/${all}\` when it is well: ${parts}`;
    return { expected: `${all}/${all}`, status: 'Running', sentence: sentence(text) };
  }
  const text = `${code(shown)} shows READY \`${all}/${all}\` while it runs well, and \`0/${all}\` with \`Completed\` when it has ended well: ${parts}`;
  return lifeOf(subject) === 'finite'
    ? { expected: `0/${all}`, status: 'Completed', sentence: sentence(text) }
    : { expected: `${all}/${all}`, status: 'Running', sentence: sentence(text) };
}

import { count } from '../../report/words';
import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, shown, type Change } from '../change';

/** How many Pods there are, by the object itself, by its autoscaler, or as a budget allows. */
export function* scaleConsequences(change: Change): Generator<Consequence> {
  const { after, before } = change;
  if (after === undefined || before === undefined) return;
  const { kind } = after.identity;
  if (SCALED.has(kind)) yield* replicaConsequences(change, after.title);
  for (const { after: is } of changesWithin(change, 'spec.suspend')) {
    const stops = kind === 'CronJob' ? 'starts no more runs' : 'stops, and its Pods are deleted';
    yield is === true
      ? danger('scale', `${after.title} ${stops}: it is suspended.`)
      : notice('scale', `${after.title} goes on: it is no longer suspended.`);
  }
  const named = FIELDS[kind] ?? {};
  for (const { path, before: was, after: is } of changesWithin(change, ...Object.keys(named))) {
    const { says, leaves } = named[path] ?? { says: (value) => `has ${path} ${quoted(value)}`, leaves: path };
    const sentence =
      is === undefined
        ? `${after.title} no longer says ${leaves}: it was ${quoted(was)}.`
        : `${after.title} ${says(is)} ${was === undefined ? 'from now on' : `instead of ${quoted(was)}`}.`;
    yield isLess(was, is) ? danger('scale', sentence) : notice('scale', sentence);
  }
}

function* replicaConsequences(change: Change, title: string): Generator<Consequence> {
  const workload = change.after && change.landscapes.after.workloadOf(change.after);
  const isScaled = workload !== undefined && change.landscapes.after.autoscalersOf(workload).length > 0;
  for (const { before: was, after: is } of changesWithin(change, 'spec.replicas')) {
    const says = `${title} asks for ${typeof is === 'number' ? count(is, 'Pod') : shown(is)} instead of ${typeof was === 'number' ? was : shown(was)}`;
    const rest = isScaled
      ? ', until its autoscaler decides otherwise'
      : is === 0
        ? ': nothing of it runs any more'
        : is === 1
          ? ': there is no other when that one is evicted or loses its node'
          : '';
    yield isLess(was, is) ? danger('scale', `${says}${rest}.`) : notice('scale', `${says}${isScaled ? rest : ''}.`);
  }
}

const SCALED: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet']);

/** A field in words: what an object says by a value, and what it leaves open without one. */
interface Saying {
  readonly says: (value: unknown) => string;
  readonly leaves: string;
}

const FIELDS: Readonly<Record<string, Readonly<Record<string, Saying>>>> = {
  CronJob: {
    'spec.schedule': { says: (value) => `has the schedule ${quoted(value)}`, leaves: 'when it runs' },
    'spec.timeZone': {
      says: (value) => `goes by the time zone ${quoted(value)}`,
      leaves: 'by which time zone it goes, and goes by that of the control plane',
    },
  },
  HorizontalPodAutoscaler: {
    'spec.minReplicas': { says: (value) => `keeps at least ${pods(value)}`, leaves: 'how many Pods it keeps at least' },
    'spec.maxReplicas': { says: (value) => `makes at most ${pods(value)}`, leaves: 'how many Pods it makes at most' },
  },
  Job: {
    'spec.parallelism': { says: (value) => `runs ${pods(value)} at a time`, leaves: 'how many Pods run at a time' },
    'spec.completions': {
      says: (value) => `is done when ${pods(value)} ${value === 1 ? 'has' : 'have'} ended well`,
      leaves: 'how many Pods have to end well',
    },
  },
  PodDisruptionBudget: {
    'spec.minAvailable': {
      says: (value) => `keeps at least ${quoted(value)} of its Pods available`,
      leaves: 'how many of its Pods have to stay available',
    },
    'spec.maxUnavailable': {
      says: (value) => `lets at most ${quoted(value)} of its Pods be unavailable`,
      leaves: 'how many of its Pods may be unavailable',
    },
  },
};

function pods(value: unknown): string {
  return `${quoted(value)} ${value === 1 ? 'Pod' : 'Pods'}`;
}

/** A number that is written as a text is another value than the number, and mostly a mistake. */
function quoted(value: unknown): string {
  return typeof value === 'string' && /^\d+$/.test(value) ? `\`"${value}"\`` : shown(value);
}

function isLess(was: unknown, is: unknown): boolean {
  return typeof was === 'number' && typeof is === 'number' && is < was;
}

import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, shown, type Change } from '../change';

/** How many Pods there are, by the object itself, by its autoscaler, or as a budget allows. */
export function* scaleConsequences(change: Change): Generator<Consequence> {
  const { after, before } = change;
  if (after === undefined || before === undefined) return;
  const { kind } = after.identity;
  const named = FIELDS[kind] ?? {};
  for (const { path, before: was, after: is } of changesWithin(change, ...Object.keys(named))) {
    const sentence = `${after.title} ${named[path]?.(is, was) ?? `has another \`${path}\``}.`;
    yield isLess(was, is) ? danger('scale', sentence) : notice('scale', sentence);
  }
}

/** What a new value means, beside the one before, as the second half of a sentence. */
type Phrase = (is: unknown, was: unknown) => string;

const replicas: Phrase = (is, was) => `has ${counted(is, 'replica')} instead of ${plain(was)}`;

const FIELDS: Readonly<Record<string, Readonly<Record<string, Phrase>>>> = {
  CronJob: {
    'spec.schedule': (is, was) => `runs by the schedule ${shown(is)} instead of ${shown(was)}`,
    'spec.suspend': (is) => (is === true ? 'is suspended from now on' : 'is no longer suspended'),
    'spec.timeZone': (is, was) => `runs in ${zone(is)} instead of ${zone(was)}`,
  },
  Deployment: { 'spec.replicas': replicas },
  HorizontalPodAutoscaler: {
    'spec.minReplicas': (is, was) => `keeps at least ${counted(is, 'Pod')} instead of ${plain(was)}`,
    'spec.maxReplicas': (is, was) => `makes at most ${counted(is, 'Pod')} instead of ${plain(was)}`,
  },
  Job: {
    'spec.parallelism': (is, was) => `runs ${counted(is, 'Pod')} at a time instead of ${plain(was)}`,
    'spec.completions': (is, was) => `needs ${counted(is, 'Pod')} to end well instead of ${plain(was)}`,
  },
  PodDisruptionBudget: {
    'spec.minAvailable': (is, was) =>
      is === undefined
        ? 'asks for no number of available Pods any more'
        : `asks for ${plain(is)} available at least${insteadOf(was)}`,
    'spec.maxUnavailable': (is, was) =>
      is === undefined
        ? 'has no bound of unavailable Pods any more'
        : `allows ${plain(is)} unavailable at most${insteadOf(was)}`,
  },
  ReplicaSet: { 'spec.replicas': replicas },
  StatefulSet: { 'spec.replicas': replicas },
};

function counted(value: unknown, noun: string): string {
  return `${plain(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function insteadOf(was: unknown): string {
  return was === undefined ? '' : ` instead of ${plain(was)}`;
}

function plain(value: unknown): string {
  return typeof value === 'number' ? String(value) : shown(value);
}

function zone(value: unknown): string {
  return value === undefined ? 'the time zone of the control plane' : `the time zone ${shown(value)}`;
}

function isLess(was: unknown, is: unknown): boolean {
  return typeof was === 'number' && typeof is === 'number' && is < was;
}

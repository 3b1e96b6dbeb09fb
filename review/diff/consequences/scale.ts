import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, shown, type Change } from '../change';

/** How many Pods there are, by the object itself, by its autoscaler, or as a budget allows. */
export function* scaleConsequences(change: Change): Generator<Consequence> {
  const { after, before } = change;
  if (after === undefined || before === undefined) return;
  const { kind } = after.identity;
  const named = FIELDS[kind] ?? {};
  for (const { path, before: was, after: is } of changesWithin(change, ...Object.keys(named))) {
    const sentence = `${after.title} has ${named[path] ?? path} ${shown(is)} instead of ${shown(was)}.`;
    yield isLess(was, is) ? danger('scale', sentence) : notice('scale', sentence);
  }
}

const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CronJob: { 'spec.schedule': 'the schedule', 'spec.suspend': 'suspended', 'spec.timeZone': 'the time zone' },
  Deployment: { 'spec.replicas': 'replicas' },
  HorizontalPodAutoscaler: { 'spec.minReplicas': 'at least', 'spec.maxReplicas': 'at most' },
  Job: { 'spec.parallelism': 'the parallelism', 'spec.completions': 'completions' },
  PodDisruptionBudget: { 'spec.minAvailable': 'available at least', 'spec.maxUnavailable': 'unavailable at most' },
  ReplicaSet: { 'spec.replicas': 'replicas' },
  StatefulSet: { 'spec.replicas': 'replicas' },
};

function isLess(was: unknown, is: unknown): boolean {
  return typeof was === 'number' && typeof is === 'number' && is < was;
}

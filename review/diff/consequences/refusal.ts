import { keyOf } from '../../../lib/kube/groups';
import { judge } from '../../../lib/kube/judge';
import { problemSentence, type Problem } from '../../../lib/kube/problem';
import type { Entity } from '../../entity';
import { danger, type Consequence } from '../consequence';
import type { Change } from '../change';
import { hasFrozenChanges } from './immutable';

/** What the API server refuses of the new version and did not of the old one. */
export function* refusalConsequences(change: Change): Generator<Consequence> {
  const problems = newProblems(change);
  const told = problems.slice(0, MOST_TOLD).map((problem) => problemSentence(problem));
  const more = problems.length > MOST_TOLD ? ` and ${problems.length - MOST_TOLD} more` : '';
  if (told.length > 0 && change.after !== undefined) {
    yield danger('refusal', `The API server refuses ${change.after.title} as it is now: ${told.join('; ')}${more}.`);
  }
}

/** Whether the API server refuses the change, so that no rollout follows from it. */
export function isRefused(change: Change): boolean {
  return hasFrozenChanges(change) || newProblems(change).length > 0;
}

const MOST_TOLD = 3;

function newProblems(change: Change): readonly Problem[] {
  const { after, before, fields, landscapes } = change;
  if (after === undefined || fields.length === 0) return [];
  const known = new Set(before === undefined ? [] : problemsOf(before, landscapes.before.target).map(placeOf));
  return problemsOf(after, landscapes.after.target).filter((problem) => !known.has(placeOf(problem)));
}

function problemsOf({ object }: Entity, target: Change['landscapes']['after']['target']): readonly Problem[] {
  return judge(object, { target, warnings: false }).problems.filter(({ ours }) => ours !== true);
}

function placeOf({ code, path }: Problem): string {
  return keyOf(code, path);
}

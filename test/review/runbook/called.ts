import {
  review,
  runbookOf,
  type Cause,
  type FailureState,
  type StateGuide,
  type WorkloadRunbook,
} from '../../../review';
import { sources } from '../objects';

/** The runbook of the first workload among objects. */
export function called(...objects: readonly unknown[]): WorkloadRunbook {
  return runbookOf(review(sources(...objects), { rules: [] })).workloads[0]!;
}

/** What the runbook says of one failure. */
export function guide(state: FailureState, ...objects: readonly unknown[]): StateGuide {
  return called(...objects).states.find((each) => each.state === state)!;
}

/** Likelihood and field of each cause of a failure. */
export function causes(state: FailureState, ...objects: readonly unknown[]): [Cause['likelihood'], string][] {
  return guide(state, ...objects).causes.map(({ likelihood, path }) => [likelihood, path]);
}

/** The command that tells whether a field is the cause. */
export function commandFor(state: FailureState, path: string, ...objects: readonly unknown[]): string | undefined {
  return guide(state, ...objects).causes.find((each) => each.path === path)?.command;
}

import { sentence } from '../report/words';

/**
 * How near at hand a cause is: `certain` where the spec alone brings it about, `likely` where it takes something that
 * nobody can see from here, `possible` for the rest.
 */
export type Likelihood = 'certain' | 'likely' | 'possible';

/** One thing that can bring a Pod into a state, with where it comes from and what tells whether it is so. */
export interface Cause {
  /** What would have to be so, as a sentence with the names of this Pod. */
  readonly sentence: string;
  readonly likelihood: Likelihood;
  /** The field that it comes from; empty where no field has a part in it. */
  readonly path: string;
  /** The command that tells. */
  readonly command: string;
}

/** Makes a cause; its text becomes a sentence. */
export function cause(likelihood: Likelihood, text: string, path: { toString(): string }, command: string): Cause {
  return { sentence: sentence(text), likelihood, path: path.toString(), command };
}

/** The most likely first, and in their order where they are alike. */
export function byLikelihood(causes: readonly Cause[]): readonly Cause[] {
  return ORDER.flatMap((likelihood) => causes.filter((each) => each.likelihood === likelihood));
}

const ORDER: readonly Likelihood[] = ['certain', 'likely', 'possible'];

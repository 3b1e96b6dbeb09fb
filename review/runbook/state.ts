import type { Cause } from './cause';
import type { Scene } from './scene';

/** The states in which a Pod needs somebody, as the column STATUS names them, in the order in which a Pod meets them. */
export const FAILURE_STATES = [
  'Pending',
  'ImagePullBackOff',
  'CreateContainerConfigError',
  'CreateContainerError',
  'Init',
  'CrashLoopBackOff',
  'OOMKilled',
  'NotReady',
  'Evicted',
  'Unknown',
] as const;

/** A state in which a Pod needs somebody. */
export type FailureState = (typeof FAILURE_STATES)[number];

/** One link of a chain that is followed from its beginning: the first that does not hold is where to look. */
export interface Check {
  readonly sentence: string;
  readonly command: string;
}

/** What is known of a state: in general, and of each Pod. */
export interface Chapter {
  readonly state: FailureState;
  /** Other words for it that Kubernetes shows. */
  readonly aliases: readonly string[];
  /** What the state means for this Pod in Kubernetes' terms, each a sentence. */
  meaning(scene: Scene): readonly string[];
  causes(scene: Scene): readonly Cause[];
  /** What is followed link by link; left out where there is no chain. */
  chain?(scene: Scene): readonly Check[];
}

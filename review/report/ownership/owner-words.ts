/** What an owner does with its Pods, for each question of ownership: whole sentences. */
export interface OwnerWords {
  /** What the owner does when a Pod is gone. */
  readonly failure: readonly string[];
  /** What ends a Pod or its work that has not ended by itself; left out where nothing does. */
  readonly end?: readonly string[];
  readonly deletion: readonly string[];
  readonly rollout: readonly string[];
  readonly scale: readonly string[];
  readonly maintenance: readonly string[];
  /** Who replaces what was on a node that is lost, and when. */
  readonly nodeLoss: readonly string[];
  /** What becomes of a rollout that does not work out, and what brings the old version back. */
  readonly badRollout: readonly string[];
}

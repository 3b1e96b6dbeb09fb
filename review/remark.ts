/** Something that was said of a field beside the YAML: its author's own words, read back from comments. */
export interface Remark {
  /** The field in the API server's spelling, from the root of the object; empty for the object itself. */
  readonly path: string;
  /**
   * What it is: the `reason` for a decision, an `exception` from a secure default or a requirement, the `role` of a helper
   * with what its failure means.
   */
  readonly kind: 'reason' | 'exception' | 'role';
  /** The sentence, in one line, without the owner and the end of an exception. */
  readonly text: string;
  /** The name of the field that an exception leaves out: it is excused wherever it is missing at or below `path`. */
  readonly absent?: string;
  /** Who answers for an exception. */
  readonly owner?: string;
  /** The last day on which an exception holds, as `YYYY-MM-DD`. */
  readonly until?: string;
}

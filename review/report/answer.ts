/** A reviewer's question with the answer that the spec gives. */
export interface Answer {
  /** In kebab-case; stable, so that a page can link to it. */
  readonly id: string;
  readonly question: string;
  /** The answer, each a whole sentence; names and values stand in backticks. */
  readonly sentences: readonly string[];
  /** What the YAML leaves open, each a whole sentence: the question counts as answered where nothing is. */
  readonly open: readonly string[];
}

/** Whether the YAML alone answers the question. */
export function isAnswered({ open }: Answer): boolean {
  return open.length === 0;
}

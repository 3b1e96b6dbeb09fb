import { type Problem, problemSentence } from '../../lib/kube/problem';

/** An object that cannot be printed: every reason at once, each with its field. */
export class PrintError extends Error {
  override readonly name = 'PrintError';

  /** @param what - the object in the reader's words: `Deployment shop/checkout` */
  constructor(
    what: string,
    readonly problems: readonly Problem[],
  ) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`${count} in ${what}`, ...problems.map((problem) => `  ${problemSentence(problem)}`)].join('\n'));
  }
}

import { problemSentence } from '../kube/problem';
import type { Problem } from '../kube/problem';

/** What is wrong with one construct. */
export interface Refusal {
  /** The object as people name it: `Deployment shop/checkout`. */
  readonly object: string;
  /** The construct's path in the tree. */
  readonly construct: string;
  readonly problems: readonly Problem[];
  /** What the construct's own validations said, where that is not a problem of a field. */
  readonly sentences: readonly string[];
}

/** Refuses to write an App: everything that is wrong with it, all at once. */
export class PodError extends Error {
  override readonly name = 'PodError';

  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(printRefusal).join('\n'));
    // Node prints an uncaught error's own properties after its stack; the message says it all already.
    Object.defineProperty(this, 'refusals', { enumerable: false });
  }

  /** Every problem of every construct. */
  get problems(): readonly Problem[] {
    return this.refusals.flatMap(({ problems }) => problems);
  }
}

function printRefusal({ object, construct, problems, sentences }: Refusal): string {
  const lines = [...problems.map(problemSentence), ...sentences];
  const count = lines.length === 1 ? '1 problem' : `${lines.length} problems`;
  const where = construct === '' ? '' : ` (construct ${clip(construct)})`;
  return [`${count} in ${clip(object)}${where}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

const LONGEST_SHOWN = 120;

function clip(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}

/** An exception as a manifest's comments tell it. */
export interface PrintedException {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The whole sentence, with its owner and end. */
  readonly text: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until: string | undefined;
}

/** Reads the exceptions back out of a manifest that we wrote. */
export function exceptionsIn(yaml: string): PrintedException[] {
  return commentsIn(yaml)
    .filter(({ text }) => /^(exception|without \S+( in this (Pod|App))?): /.test(text))
    .map(({ line, text }) => ({ line, text, until: /\((?:.*, )?until (\d{4}-\d{2}-\d{2})\)$/.exec(text)?.[1] }));
}

/** Whether an exception no longer holds on a day, both as `YYYY-MM-DD`. */
export function hasEnded({ until }: PrintedException, today: string): boolean {
  return until !== undefined && until < today;
}

/** Comments of their own lines, those that were wrapped put together again. */
function commentsIn(yaml: string): { readonly line: number; readonly text: string }[] {
  const comments: { line: number; text: string }[] = [];
  let last = '';
  for (const [position, row] of yaml.split('\n').entries()) {
    const [, indent, text] = /^( *)# (.*)$/.exec(row) ?? [];
    const open = comments.at(-1);
    const begins = /^(exception|without \S+( in this (Pod|App))?): /.test(text ?? '');
    if (text !== undefined && indent === last && open !== undefined && !begins) open.text += ` ${text}`;
    else if (text !== undefined) comments.push({ line: position + 1, text });
    last = text === undefined ? '-' : (indent ?? '');
  }
  return comments;
}

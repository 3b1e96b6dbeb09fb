import { commentParagraphs, commentsIn } from './comment-paragraphs';

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
  return commentParagraphs(commentsIn(yaml), BEGINS)
    .filter(({ text }) => BEGINS.test(text))
    .map(({ line, text }) => ({
      line,
      text,
      until: /[(] *(?:owner .*, )?until (\d{4}-\d{2}-\d{2})\)$/.exec(text)?.[1],
    }));
}

/** Whether an exception no longer holds on a day, both as `YYYY-MM-DD`. */
export function hasEnded({ until }: PrintedException, today: string): boolean {
  return until !== undefined && until < today;
}

const BEGINS = /^(exception|without \S+( in this (Pod|App))?): /;

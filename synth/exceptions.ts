import { commentParagraphs, commentsIn } from './comment-paragraphs';
import { BEGINS_EXCEPTION, tryException } from './exception-sentence';

/** An exception as a manifest's comments tell it. */
export interface PrintedException {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The whole sentence, with its owner and end. */
  readonly text: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until?: string;
}

/** Reads the exceptions back out of a manifest that we wrote. */
export function exceptionsIn(yaml: string): PrintedException[] {
  return commentParagraphs(commentsIn(yaml), BEGINS_EXCEPTION).flatMap(({ line, text }) => {
    const told = tryException(text);
    return told === undefined ? [] : [{ line, text, ...(told.until !== undefined && { until: told.until }) }];
  });
}

import type { Exception } from '../lib/pod/note';
import type { Why } from '../lib/pod/reason';

/** What the sentence of an exception says, as it is read back. */
export interface ToldException extends Why {
  /** The name of the field that it leaves out. */
  readonly absent?: string;
}

/**
 * An exception as a comment tells it: `exception: it is old (until 2027-03-31)`, or
 * `without resources in this Pod: a LimitRange sizes it (owner platform)`.
 */
export function exceptionSentence({ absent, path, scope, why }: Exception): string {
  const field = path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf(']')) + 1);
  const what = absent ? `${WITHOUT}${field}${REACH[scope]}` : EXCEPTION;
  return `${what}: ${why.because}${termsOf(why)}`;
}

/** Reads the sentence of an exception back; undefined where a text is none. */
export function tryException(text: string): ToldException | undefined {
  const [start, absent] = BEGINS_EXCEPTION.exec(text) ?? [];
  if (start === undefined) return undefined;
  const said = text.slice(start.length);
  const [, because = said, owner, until] = TERMS.exec(said) ?? [];
  return {
    because,
    ...(absent !== undefined && { absent }),
    ...(owner !== undefined && { owner }),
    ...(until !== undefined && { until }),
  };
}

function termsOf({ owner, until }: Why): string {
  const terms = [
    ...(owner === undefined ? [] : [`owner ${owner}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ];
  return terms.length === 0 ? '' : ` (${terms.join(', ')})`;
}

const EXCEPTION = 'exception';
const WITHOUT = 'without ';
const REACH: Readonly<Record<Exception['scope'], string>> = { field: '', pod: ' in this Pod', app: ' in this App' };

/** How the sentence of an exception begins; a line that begins so is never the end of another sentence. */
export const BEGINS_EXCEPTION = new RegExp(
  `^(?:${EXCEPTION}|${WITHOUT}(\\S+?)(?:${Object.values(REACH).join('|')})): `,
);
const TERMS = /^(.*) \((?=owner |until \d)(?:owner (.+?))?(?:, )?(?:until (\d{4}-\d{2}-\d{2}))?\)$/s;

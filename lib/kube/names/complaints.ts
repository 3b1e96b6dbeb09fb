/** What is wrong with a text and what would be right, a sentence each; empty where the text is fine. */
export type Complaints = readonly string[];

/** Nothing is wrong. */
export const FINE: Complaints = [];

/** The sentences among the answers, in their order. */
export function sentences(...answers: readonly (string | false)[]): Complaints {
  return answers.filter((answer) => answer !== false);
}

/** The complaint about a text of too many bytes: the API server counts bytes and calls them characters. */
export function tooLong(value: string, limit: number): string | false {
  if (value.length * MOST_BYTES <= limit) return false;
  return utf8Length(value) > limit && `must be no more than ${limit} characters, and this is ${utf8Length(value)}`;
}

/** How many bytes a text takes in UTF-8. */
export function utf8Length(value: string): number {
  return Array.from(value).reduce((bytes, letter) => bytes + utf8Bytes(letter.codePointAt(0) ?? 0), 0);
}

/** What one unit of a JavaScript string takes at most: a letter of four bytes has two of them. */
const MOST_BYTES = 3;

function utf8Bytes(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/**
 * Breaks a text into lines of at most so many columns, at blanks only: a word that is longer stands on a line of its own.
 * The first line begins with `first`, all others with as many blanks.
 */
export function wrap(text: string, width: number, first = ''): string[] {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of printable(text)
    .split(' ')
    .filter((each) => each !== '')) {
    if (!isEmpty && line.length + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line = isEmpty ? `${line}${word}` : `${line} ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** A text for a terminal: nothing in it moves the cursor, changes colours or turns the direction of writing. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ');
}

/** How many columns a text takes: a sign each. */
export function columnsOf(word: string): number {
  return Array.from(word).length;
}

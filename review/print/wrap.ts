import { printable } from '../markup';

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

/** How wide a text is laid out in a terminal of so many columns: narrower than this, nothing can be read. */
export function columnsFor(width: number): number {
  return Math.max(width, NARROWEST);
}

const NARROWEST = 40;

/** How many columns a text takes: a sign each. */
export function columnsOf(word: string): number {
  return Array.from(word).length;
}

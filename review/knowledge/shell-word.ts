import { printable } from '../markup';

/** A text as one word of a command line that somebody copies into a shell: nothing in it is anything but itself. */
export function shellWord(text: string): string {
  const clean = printable(text);
  return PLAIN.test(clean) ? clean : `'${clean.replaceAll("'", String.raw`'\''`)}'`;
}

/** A name as a word, or the placeholder for one that no cluster can have: it could be read as a flag. */
export function nameWord(name: string, placeholder: string): string {
  return NAME.test(name) ? name : placeholder;
}

const PLAIN = /^[\w@%+=:,./-]+$/;
const NAME = /^[A-Za-z0-9](?:[\w.:-]*[A-Za-z0-9])?$/;

import { remembered } from '../../lib/kube/remembered';
import { hasHidden } from './hidden';

/**
 * Whether a text can stand without quotes, as a value and as a key, and every YAML 1.1 and 1.2 parser reads back
 * that very string. Where dialects differ, the answer is no.
 *
 * @see https://yaml.org/type/
 */
export function isPlain(text: string): boolean {
  if (ORDINARY.test(text)) return !isWord(text);
  return readsAsItself(text);
}

/** What takes many looks; the same few quantities and flags come over and over. */
const readsAsItself = remembered(
  (text) => !(BAD_START.test(text) || BAD_INSIDE.test(text) || hasHidden(text) || isWord(text) || isNumberLike(text)),
);

/** Names, paths, image names: most texts in a manifest, decided in one look. */
const ORDINARY = /^(?:[A-DF-Za-df-z_/]|[eE](?![-\d]))(?::?[\w./-])*$/;

/** Indicators, blanks and document markers. */
const BAD_START = /^[\s!"#%&'*,:>?@[\]`{|}]|^-(?:\s|$)|^(?:---|\.\.\.)/;

/** A key, a comment or a blank that a parser would see; tabs and line breaks. */
const BAD_INSIDE = /:(?:\s|$)|\s#|\s$|[\t\n]/;

const WORDS = new Set(['', '~', 'null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', '=', '<<']);
const LONGEST_WORD = 5;

function isWord(text: string): boolean {
  return text.length <= LONGEST_WORD && WORDS.has(text.toLowerCase());
}

/**
 * What any dialect takes for a number or a time. Go drops every underscore before it looks (`0_o17` is 15), Ruby drops
 * commas, YAML 1.1 counts in sixties (`1:30` is 90), and one parser takes `e3` for a number without digits.
 */
const NUMBER_LIKE: readonly RegExp[] = [
  /^[-+]?[\d_,.:]+$/,
  /^[-+]?[\d_,.]*[eE][-+]?[\d_]+$/,
  /^[-+]?[0_]+[xXoObB][\da-fA-F_]+$/,
  /^[-+]?\.(?:inf|nan)$/i,
  /^\d{4}-\d\d?-\d\d?/,
];

/** Versions and addresses, with or without a port (`1.2.3`, `10.0.0.1:8080`): two dots are no number anywhere. */
const DOTTED = /^\d+\.\d+\.[\d.:]+$/;

function isNumberLike(text: string): boolean {
  return /^[-+.\deE]/.test(text) && !DOTTED.test(text) && NUMBER_LIKE.some((pattern) => pattern.test(text));
}

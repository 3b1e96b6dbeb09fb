import { escapeHidden, hasHidden, hasLoneSurrogate } from './hidden';
import { isPlain } from './plain';
import { Unprintable } from './unprintable';

/**
 * Prints a value without entries of its own on one line: plain where every parser reads the same, else in double quotes,
 * which are those of JSON. Single quotes serve where double quotes would fill a visible text with backslashes (JSON in an
 * annotation).
 *
 * @throws {@link Unprintable} where the value is none of JSON's
 */
export function printScalar(value: unknown): string {
  if (typeof value === 'string') return printString(value);
  if (typeof value === 'number' && Number.isFinite(value)) return printNumber(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  throw new Unprintable();
}

/**
 * Prints a string on one line, as a value or as a key.
 *
 * @throws {@link Unprintable} where the string holds half of a character
 */
export function printString(text: string): string {
  if (isPlain(text)) return text;
  if (readsBetterInSingleQuotes(text)) return `'${text}'`;
  if (hasLoneSurrogate(text)) throw new Unprintable();
  return escapeHidden(JSON.stringify(text));
}

/** `1e+21` becomes `1.0e+21`: without the dot, YAML 1.1 reads a string. Minus zero is written as `0`. */
function printNumber(value: number): string {
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

function readsBetterInSingleQuotes(text: string): boolean {
  return /["\\]/.test(text) && !/['\n\t]/.test(text) && !hasHidden(text);
}

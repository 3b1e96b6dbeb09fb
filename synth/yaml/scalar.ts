import { escapeHidden, hasHidden } from './hidden';
import { isPlain } from './plain';

/** A value without entries of its own. */
export type Scalar = string | number | boolean | null;

/**
 * Prints a scalar on one line: plain where every parser reads the same, else in double quotes, which are those of JSON.
 * Single quotes serve where double quotes would fill a visible text with backslashes (JSON in an annotation).
 */
export function printScalar(value: Scalar): string {
  if (typeof value === 'string') return printString(value);
  return typeof value === 'number' ? printNumber(value) : String(value);
}

/** Prints a string on one line, as a value or as a key. */
export function printString(text: string): string {
  if (isPlain(text)) return text;
  return readsBetterInSingleQuotes(text) ? `'${text}'` : escapeHidden(JSON.stringify(text));
}

/** `1e+21` becomes `1.0e+21`: without the dot, YAML 1.1 reads a string. Minus zero is written as `0`. */
function printNumber(value: number): string {
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

function readsBetterInSingleQuotes(text: string): boolean {
  return /["\\]/.test(text) && !/['\n\t]/.test(text) && !hasHidden(text);
}

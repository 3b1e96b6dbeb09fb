import { printable } from '../markup';

/** A name, path or value as it stands in the YAML, in backticks; what would break a line or the backticks is replaced. */
export function code(value: string | number): string {
  const text = inOneLine(String(value)).replaceAll('`', "'");
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text || ' '}\``;
}

/** A text without line breaks, control characters and marks that turn the direction of writing. */
export function inOneLine(text: string): string {
  return printable(text).replace(/ {2,}/g, ' ').trim();
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** Names in backticks, joined as a person joins them. */
export function names(values: readonly string[], last = 'and'): string {
  return list(values.map(code), last);
}

/** `1 Pod`, `3 Pods`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `once`, `3 times`. */
export function times(number: number): string {
  return number === 1 ? 'once' : `${number} times`;
}

/** `is` for one, `are` for more. */
export function are(number: number): string {
  return number === 1 ? 'is' : 'are';
}

/** A length of time: `45 s`, `2 min 30 s`, `1 h`, `7 days`. */
export function seconds(total: number): string {
  if (total < 120) return `${total} s`;
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(total / 86_400), 'day'],
    [Math.floor((total % 86_400) / 3600), 'h'],
    [Math.floor((total % 3600) / 60), 'min'],
    [total % 60, 's'],
  ];
  return parts
    .flatMap(([number, unit]) => (number === 0 ? [] : [unit === 'day' ? count(number, unit) : `${number} ${unit}`]))
    .join(' ');
}

/** The text as a sentence: a capital at its beginning, a full stop at its end. */
export function sentence(text: string): string {
  const end = /[.?!:]$/.test(text) ? '' : '.';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`;
}

/** Texts that are there, as sentences. */
export function sentences(...texts: readonly (string | undefined | false)[]): string[] {
  return texts.flatMap((text) => (text === undefined || text === false || text === '' ? [] : [sentence(text)]));
}

const LONGEST = 160;

import { printable } from '../markup';

/** Parts with an empty line between them; empty parts are left out. */
export function block(...parts: readonly (string | false)[]): string {
  const texts = parts
    .flatMap((part) => (part === false ? [] : [part.replace(/\n+$/, '')]))
    .filter((text) => text !== '');
  return texts.length === 0 ? '' : `${texts.join('\n\n')}\n`;
}

/** A table; the cells must be ready for one. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A name or value in backticks. */
export function plain(text: string): string {
  return `\`${printable(text).replaceAll('`', "'") || ' '}\``;
}

/** A sentence in Markdown: what stands in backticks stays as it is, everywhere else nothing is markup. */
export function inline(text: string): string {
  return printable(text)
    .split(/(`[^`]*`)/)
    .map((part, position) => (position % 2 === 1 ? part : escaped(part)))
    .join('');
}

/** A sentence in a cell of a table, in which a bar ends the cell even inside backticks. */
export function cell(text: string): string {
  return inline(text).replaceAll('|', '\\|');
}

/** A link; an address that is none is left out. */
export function link(text: string, address: string): string {
  return /^https?:\/\/[^\s()<>]+$/.test(address) ? `[${inline(text)}](${address})` : inline(text);
}

/** An item of a list that may be ticked. */
export function tick(isDone: boolean, text: string): string {
  return `- [${isDone ? 'x' : ' '}] ${inline(text)}`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\*_[\]#~|`$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\w)/g, '@\u200b');
}

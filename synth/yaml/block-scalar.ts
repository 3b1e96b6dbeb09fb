import { hasHidden } from './hidden';

/** A text of several lines as YAML writes it literally: what follows the key, and what stands below it. */
export interface BlockScalar {
  /** `|` with its indicators: `|`, `|-`, `|+`, `|2-`. */
  readonly header: string;
  /** The indented lines, each with its line break. */
  readonly body: string;
}

/**
 * Lays a text of several lines out as a block scalar, indented by two blanks from its parent.
 * Undefined where a block cannot carry the text exactly and visibly: one line, characters that need an escape,
 * lines of nothing but blanks at either end. Such a text goes into double quotes.
 *
 * @see https://yaml.org/spec/1.2.2/#81-block-scalar-styles
 */
export function blockScalar(text: string, parentIndent: string): BlockScalar | undefined {
  if (!text.includes('\n') || hasHidden(text) || hasBlankLineAtAnEnd(text)) return undefined;
  const lines = text.split('\n');
  if (text.endsWith('\n')) lines.pop();
  return { header: `|${indentation(text)}${chomping(text)}`, body: indentLines(lines, `${parentIndent}  `) };
}

/** Go refuses a file whose block begins with a tab unless the header says how deep the block is. */
function indentation(text: string): string {
  return /^[ \t\n]/.test(text) ? '2' : '';
}

function chomping(text: string): string {
  if (!text.endsWith('\n')) return '-';
  return text.endsWith('\n\n') ? '+' : '';
}

/** Parsers take such lines for indentation or drop them, and readers do not see them. */
function hasBlankLineAtAnEnd(text: string): boolean {
  const head = text.slice(0, text.length - text.trimStart().length);
  const tail = text.slice(text.trimEnd().length);
  return head.length === text.length || /[ \t]\n/.test(head) || /\n[ \t]/.test(tail);
}

function indentLines(lines: readonly string[], indent: string): string {
  let body = '';
  for (const line of lines) body += line === '' ? '\n' : `${indent}${line}\n`;
  return body;
}

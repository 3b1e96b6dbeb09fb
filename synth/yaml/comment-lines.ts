import { remembered } from '../../lib/kube/remembered';
import { escapeHidden } from './hidden';

/**
 * Prints texts as comment lines at an indentation. Line breaks in a text are kept, long lines are wrapped between words,
 * and no character of a text can end its comment.
 */
export function printCommentLines(texts: readonly string[], indent: string): string {
  const width = Math.max(NARROWEST, WIDEST - indent.length - '# '.length);
  let out = '';
  for (const text of texts) {
    for (const line of sameLines(text)) {
      for (const part of wrap(line, width)) out += part === '' ? `${indent}#\n` : `${indent}# ${part}\n`;
    }
  }
  return out;
}

/** Prints texts as comment lines of their own length, so that a command in them can be copied. */
export function printHeaderLines(texts: readonly string[]): string {
  let out = '';
  for (const text of texts) {
    for (const line of cleanLines(text)) out += line === '' ? '#\n' : `# ${line}\n`;
  }
  return out;
}

/** Prints a text as the comment at the end of a line: never wrapped, line breaks become blanks. */
export function printCommentBeside(text: string): string {
  const line = cleanLine(text.split(LINE_BREAK).join(' ')).trimStart();
  return line === '' ? '' : ` # ${line}`;
}

const WIDEST = 100;
const NARROWEST = 40;

/** Every line break of YAML 1.1 and 1.2. */
const LINE_BREAK = /\r\n|[\n\r\x85\u2028\u2029]/;

/** The lines of a text, without what could end its comment. */
function cleanLines(text: string): readonly string[] {
  return LINE_BREAK.test(text) ? text.split(LINE_BREAK).map(cleanLine) : [cleanLine(text)];
}

/** Thousands of Pods have the same reasons. */
const sameLines = remembered(cleanLines);

function cleanLine(line: string): string {
  return escapeHidden(line.replaceAll('\t', ' ')).trimEnd();
}

function wrap(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const parts: string[] = [];
  let part = '';
  for (const word of line.split(' ')) {
    if (part.trimStart() !== '' && part.length + 1 + word.length > width) {
      parts.push(part.trimEnd());
      part = word;
    } else {
      part = part === '' ? word : `${part} ${word}`;
    }
  }
  parts.push(part);
  return parts;
}

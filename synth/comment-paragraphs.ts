import { Lexer } from 'yaml';
import type { LoneComment } from './quick-yaml';

/** Comment lines that belong together, wrapped text put together again. */
export interface CommentParagraph {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** Puts lines of comments together, where they stand one below the other; one that `begins` a sentence starts anew. */
export function commentParagraphs(comments: readonly LoneComment[], begins: RegExp): CommentParagraph[] {
  const paragraphs: { line: number; text: string }[] = [];
  let last = { line: 0, indent: -1 };
  for (const { line, indent, text } of comments) {
    const open = paragraphs.at(-1);
    const follows = line === last.line + 1 && indent === last.indent;
    if (open !== undefined && follows && !begins.test(text)) open.text += ` ${text}`;
    else paragraphs.push({ line, text });
    last = { line, indent };
  }
  return paragraphs;
}

/** Comments of their own lines, as the YAML reader finds them: what looks like one inside a text is none. */
export function commentsIn(yaml: string): readonly LoneComment[] {
  if (!yaml.includes('# ')) return [];
  const comments: LoneComment[] = [];
  let read = '';
  let line = 1;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (MARKS.has(lexeme)) continue;
    const indent = read.length - read.lastIndexOf('\n') - 1;
    const isAlone = read.slice(read.length - indent).trim() === '';
    if (lexeme.startsWith('# ') && isAlone) comments.push({ line, indent, text: lexeme.slice(2) });
    read = lexeme.includes('\n') ? lexeme : read + lexeme;
    line += lexeme.split('\n').length - 1;
  }
  return comments;
}

/** What the lexer says of the text to come, which is no part of it. */
const MARKS = new Set(['\x02', '\x18', '\x1f', '\ufeff']);

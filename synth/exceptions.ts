import { Lexer } from 'yaml';

/** An exception as a manifest's comments tell it. */
export interface PrintedException {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The whole sentence, with its owner and end. */
  readonly text: string;
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until: string | undefined;
}

/** Reads the exceptions back out of a manifest that we wrote. */
export function exceptionsIn(yaml: string): PrintedException[] {
  return paragraphsIn(yaml)
    .filter(({ text }) => BEGINS.test(text))
    .map(({ line, text }) => ({
      line,
      text,
      until: /[(] *(?:owner .*, )?until (\d{4}-\d{2}-\d{2})\)$/.exec(text)?.[1],
    }));
}

/** Whether an exception no longer holds on a day, both as `YYYY-MM-DD`. */
export function hasEnded({ until }: PrintedException, today: string): boolean {
  return until !== undefined && until < today;
}

const BEGINS = /^(exception|without \S+( in this (Pod|App))?): /;

/** Comments of their own lines, those that were wrapped put together again. */
function paragraphsIn(yaml: string): { readonly line: number; readonly text: string }[] {
  const paragraphs: { line: number; text: string }[] = [];
  let last = { line: 0, indent: -1 };
  for (const { line, indent, text } of commentsIn(yaml)) {
    const open = paragraphs.at(-1);
    const follows = line === last.line + 1 && indent === last.indent;
    if (open !== undefined && follows && !BEGINS.test(text)) open.text += ` ${text}`;
    else paragraphs.push({ line, text });
    last = { line, indent };
  }
  return paragraphs;
}

/** Comments of their own lines, as the YAML reader finds them: what looks like one inside a text is none. */
function commentsIn(yaml: string): { readonly line: number; readonly indent: number; readonly text: string }[] {
  const comments: { line: number; indent: number; text: string }[] = [];
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

import { goScalar } from './yaml-tags';

/** A comment that stands on a line of its own. */
export interface LoneComment {
  /** Counted from 1. */
  readonly line: number;
  readonly indent: number;
  /** Without the mark and the blank after it. */
  readonly text: string;
}

/** What was read of a text, with the line of each field and the comments on lines of their own, in their order. */
export interface QuickYaml {
  readonly value: unknown;
  readonly line: number;
  readonly fields: readonly string[];
  readonly lines: readonly number[];
  readonly comments: readonly LoneComment[];
}

/**
 * Reads one YAML document in the form in which programs and careful people write manifests: blocks of maps and lists,
 * scalars on one line, literal texts, lists of words in brackets. Undefined for everything else, be it rarer YAML or a
 * mistake: then the whole reader has to look. What is read is what that reader reads, ten times as fast.
 */
export function tryQuickYaml(text: string): QuickYaml | undefined {
  try {
    return new QuickReader(text).document();
  } catch (error) {
    if (error === UNUSUAL) return undefined;
    throw error;
  }
}

/** Thrown at the first thing that is not plain and simple. */
const UNUSUAL = new Error('not the simple YAML that is read quickly');

/** A key and what follows it on its line. Other keys exist; the whole reader knows them. */
const ENTRY = /^(?:([A-Za-z0-9_./$][A-Za-z0-9_./$-]*)|("[^"\\]*")|'([^']*)'):(?: +(.*))?$/;
const LIST_OF_WORDS = /^\[ *(?:[A-Za-z0-9_./-]+|"[^"\\]*")(?: *, *(?:[A-Za-z0-9_./-]+|"[^"\\]*"))* *\]$/;
const WORD = /[A-Za-z0-9_./-]+|"[^"\\]*"/g;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;
const LITERAL = /^\|(-?)(?: +#.*)?$/;
const DEEPEST = 60;
const LONGEST_KEY = 1000;

/** One text that is read from top to bottom. */
class QuickReader {
  private readonly source: readonly string[];
  private readonly fields: string[] = [];
  private readonly lines: number[] = [];
  private readonly comments: LoneComment[] = [];
  /** The line that is read, counted from 0, where its content begins, and the content without blanks around it. */
  private at = -1;
  private indent = 0;
  private content = '';
  private depth = 0;

  constructor(text: string) {
    if (!text.endsWith('\n') || /[\r\ufeff]/.test(text)) throw UNUSUAL;
    this.source = text.slice(0, -1).split('\n');
  }

  document(): QuickYaml {
    if (/^---(?: +#.*| *)$/.test(this.source[0] ?? '')) this.at = 0;
    this.next();
    if (this.indent !== 0) throw UNUSUAL;
    const line = this.at + 1;
    this.mark('', line);
    const value = this.block('', 0);
    if (this.at < this.source.length) throw UNUSUAL;
    const { fields, lines, comments } = this;
    return { value, line, fields, lines, comments };
  }

  /** Goes to the next line with content; past the last one, the indentation is -1. */
  private next(): void {
    for (;;) {
      this.at += 1;
      const line = this.source[this.at];
      if (line === undefined) {
        this.indent = -1;
        this.content = '';
        return;
      }
      const indent = indentOf(line);
      if (indent === line.length) continue;
      if (line.charAt(indent) !== '#') {
        this.indent = indent;
        this.content = withoutEnd(line.slice(indent));
        if (line.includes('\t') || this.content.startsWith('...')) throw UNUSUAL;
        return;
      }
      if (line.startsWith('# ', indent))
        this.comments.push({ line: this.at + 1, indent, text: line.slice(indent + 2) });
    }
  }

  private block(field: string, column: number): unknown {
    this.depth += 1;
    if (this.depth > DEEPEST) throw UNUSUAL;
    const value = isItem(this.content) ? this.list(field, column) : this.map(field, column);
    this.depth -= 1;
    return value;
  }

  private map(field: string, column: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const prefix = field === '' ? '' : `${field}.`;
    while (this.indent === column) {
      const entry = ENTRY.exec(this.content);
      if (entry === null) throw UNUSUAL;
      const key = keyOf(entry);
      if (Object.hasOwn(map, key)) throw UNUSUAL;
      this.mark(`${prefix}${key}`, this.at + 1);
      map[key] = this.value(`${prefix}${key}`, entry[4] ?? '', column, true);
    }
    if (this.indent > column) throw UNUSUAL;
    return map;
  }

  private list(field: string, column: number): unknown[] {
    const list: unknown[] = [];
    while (this.indent === column && isItem(this.content)) {
      const item = `${field}[${list.length}]`;
      const rest = this.content.slice(1).replace(/^ +/, '');
      const line = this.at + 1;
      if (ENTRY.test(rest)) {
        this.mark(item, line);
        this.indent = column + this.content.length - rest.length;
        this.content = rest;
        list.push(this.block(item, this.indent));
      } else if (isItem(rest)) {
        throw UNUSUAL;
      } else {
        // What begins below the dash stands on a line of its own, and is marked there.
        const position = this.fields.length;
        this.mark(item, line);
        list.push(this.value(item, rest, column, false));
        if (startsBelow(rest) && this.fields.length > position + 1)
          this.lines[position] = this.lines[position + 1] ?? line;
      }
    }
    if (this.indent > column) throw UNUSUAL;
    return list;
  }

  /** What follows a key or a dash; `column` is where that stands. Afterwards the next line is the current one. */
  private value(field: string, written: string, column: number, isEntry: boolean): unknown {
    if (startsBelow(written)) {
      this.next();
      if (this.indent > column || (isEntry && this.indent === column && isItem(this.content))) {
        return this.block(field, this.indent);
      }
      return null;
    }
    const literal = LITERAL.exec(written);
    if (literal !== null) return this.literal(column, literal[1] === '');
    const line = this.at + 1;
    const value = scalarOf(written);
    if (Array.isArray(value)) {
      for (const position of value.keys()) this.mark(`${field}[${position}]`, line);
    }
    this.next();
    return value;
  }

  /** The lines of a literal text: those that stand further right than `column`. */
  private literal(column: number, endsWithBreak: boolean): string {
    const texts: string[] = [];
    let indent = -1;
    for (this.at += 1; this.at < this.source.length; this.at += 1) {
      const line = this.source[this.at] ?? '';
      const own = indentOf(line);
      const isBlank = own === line.length;
      if (indent === -1) {
        if (isBlank && own > 0) throw UNUSUAL;
        if (!isBlank && own <= column) break;
        if (!isBlank) indent = own;
        if (!isBlank && line.charAt(own) === '\t') throw UNUSUAL;
      } else if (!isBlank && own < indent) break;
      if (!isBlank && /^[ \t]+$/.test(line)) throw UNUSUAL;
      texts.push(line.slice(indent === -1 ? own : indent));
    }
    if (indent === -1) throw UNUSUAL;
    while (texts.at(-1) === '') texts.pop();
    this.at -= 1;
    this.next();
    return texts.join('\n') + (endsWithBreak ? '\n' : '');
  }

  private mark(field: string, line: number): void {
    this.fields.push(field);
    this.lines.push(line);
  }
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent += 1;
  return indent;
}

/** Other blanks than this one belong to the text. */
function withoutEnd(text: string): string {
  return text.endsWith(' ') ? text.replace(/ +$/, '') : text;
}

function isItem(content: string): boolean {
  return content.startsWith('-') && (content.length === 1 || content.charAt(1) === ' ');
}

/** Whether nothing, or a comment alone, follows a key or a dash on its line. */
function startsBelow(written: string): boolean {
  return written === '' || written.startsWith('#');
}

function keyOf([, plain, double, single]: RegExpExecArray): string {
  const key = plain ?? double?.slice(1, -1) ?? single ?? '';
  const isText = plain === undefined || goScalar(plain) === plain;
  if (!isText || key === '__proto__' || key === '<<' || key.length > LONGEST_KEY) throw UNUSUAL;
  return key;
}

function scalarOf(written: string): unknown {
  const first = written.charAt(0);
  if (first === '"' || first === "'") return quotedOf(written);
  if (first === '[' || first === '{') return collectionOf(withoutComment(written));
  const plain = withoutComment(written);
  if ('&*!|>%@`?:,]}#'.includes(first) || isItem(plain)) throw UNUSUAL;
  if (plain.includes(': ') || plain.endsWith(':')) throw UNUSUAL;
  return goScalar(plain);
}

function withoutComment(written: string): string {
  const comment = written.indexOf(' #');
  return comment === -1 ? written : withoutEnd(written.slice(0, comment));
}

function quotedOf(written: string): string {
  const quoted = QUOTED.exec(written)?.[0];
  if (quoted === undefined || !/^(?: +#.*)?$/.test(written.slice(quoted.length))) throw UNUSUAL;
  if (quoted.startsWith("'")) return quoted.slice(1, -1).replaceAll("''", "'");
  try {
    return JSON.parse(quoted) as string;
  } catch {
    // YAML has escapes that JSON does not have.
    throw UNUSUAL;
  }
}

function collectionOf(written: string): unknown {
  if (written === '[]') return [];
  if (written === '{}') return {};
  if (!LIST_OF_WORDS.test(written)) throw UNUSUAL;
  const words: readonly string[] = written.match(WORD) ?? [];
  // A dash that stands alone begins a list, which has no place here.
  if (words.includes('-')) throw UNUSUAL;
  return words.map((word) => (word.startsWith('"') ? word.slice(1, -1) : goScalar(word)));
}

import { blockScalar } from './block-scalar';
import { printCommentLines } from './comment-lines';
import type { CommentTree } from './comments';
import type { Printable, PrintableMap } from './printable';
import { printScalar, printString } from './scalar';

/**
 * Writes one object as block YAML: two blanks a level, list entries indented under their key, nothing in flow style but
 * `{}` and `[]`, nothing folded, no anchors.
 */
export class YamlWriter {
  private text = '';

  /** The whole object, with the comments laid out along it. */
  write(value: PrintableMap, comments: CommentTree | undefined): string {
    const keys = presentKeys(value);
    if (keys.length === 0) return '{}\n';
    this.map(value, keys, '', comments, false);
    return this.text;
  }

  /** The entries of a map. When `inline`, the first one continues a line that ends in `- `. */
  private map(
    value: PrintableMap,
    keys: readonly string[],
    indent: string,
    comments: CommentTree | undefined,
    inline: boolean,
  ): void {
    let first = inline;
    for (const key of keys) {
      const entry = value[key];
      if (entry === undefined) continue;
      const comment = comments?.below.get(key);
      if (comment && !first) this.text += printCommentLines(comment.above, indent);
      this.text += (first ? '' : indent) + printKey(key, indent);
      this.afterIndicator(entry, indent, comment);
      first = false;
    }
  }

  private list(value: readonly Printable[], indent: string, comments: CommentTree | undefined, inline: boolean): void {
    for (const [position, item] of value.entries()) {
      const comment = comments?.below.get(String(position));
      const first = inline && position === 0;
      if (comment && !first) this.text += printCommentLines(aboveItem(item, comment), indent);
      this.text += first ? '-' : `${indent}-`;
      this.item(item, indent, comment);
    }
  }

  /** What follows `- `: a map or list begins on the same line, unless a comment stands there. */
  private item(value: Printable, indent: string, comment: CommentTree | undefined): void {
    const below = `${indent}  `;
    if (comment?.beside || isScalar(value)) {
      this.afterIndicator(value, indent, comment);
    } else if (isList(value)) {
      if (value.length === 0) this.afterIndicator(value, indent, comment);
      else {
        this.text += ' ';
        this.list(value, below, comment, true);
      }
    } else {
      const keys = presentKeys(value);
      this.text += ' ';
      if (keys.length === 0) this.text += '{}\n';
      else this.map(value, keys, below, comment, true);
    }
  }

  /** What follows `key:` or `-`, to the end of the value. */
  private afterIndicator(value: Printable, indent: string, comment: CommentTree | undefined): void {
    const beside = comment?.beside ?? '';
    if (isScalar(value)) {
      const block = typeof value === 'string' ? blockScalar(value, indent) : undefined;
      this.text += block ? ` ${block.header}${beside}\n${block.body}` : ` ${printScalar(value)}${beside}\n`;
    } else if (isList(value)) {
      this.text += value.length === 0 ? ` []${beside}\n` : `${beside}\n`;
      this.list(value, `${indent}  `, comment, false);
    } else {
      const keys = presentKeys(value);
      this.text += keys.length === 0 ? ` {}${beside}\n` : `${beside}\n`;
      this.map(value, keys, `${indent}  `, comment, false);
    }
  }
}

/** Parsers look at most so far ahead for the colon of a key; a longer one needs its own indicator. */
const LONGEST_IMPLICIT_KEY = 1024;

function printKey(key: string, indent: string): string {
  const text = printString(key);
  return text.length <= LONGEST_IMPLICIT_KEY ? `${text}:` : `? ${text}\n${indent}:`;
}

/** The comments of an entry, and of the field that shares its line: there is no other place for those. */
function aboveItem(item: Printable, comment: CommentTree): string[] {
  const above = [...comment.above];
  if (isScalar(item) || comment.beside) return above;
  const firstStep = isList(item) ? '0' : (presentKeys(item)[0] ?? '');
  const first = comment.below.get(firstStep);
  if (!first) return above;
  const inner = isList(item) ? item[0] : undefined;
  return [...above, ...(inner === undefined ? first.above : aboveItem(inner, first))];
}

function presentKeys(value: PrintableMap): string[] {
  const keys = Object.keys(value);
  return keys.some((key) => value[key] === undefined) ? keys.filter((key) => value[key] !== undefined) : keys;
}

function isList(value: readonly Printable[] | PrintableMap): value is readonly Printable[] {
  return Array.isArray(value);
}

function isScalar(value: Printable): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

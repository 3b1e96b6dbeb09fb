import { remembered } from '../../lib/kube/remembered';
import { blockScalar } from './block-scalar';
import { printCommentLines } from './comment-lines';
import type { CommentTree } from './comments';
import type { Printable, PrintableMap } from './printable';
import { printScalar, printString, type Scalar } from './scalar';

/**
 * Writes one object as block YAML: two blanks a level, list entries indented under their key, nothing in flow style but
 * `{}` and `[]`, nothing folded, no anchors.
 */
export class YamlWriter {
  private text = '';

  /** The whole object, with the comments laid out along it. */
  write(value: PrintableMap, comments: CommentTree | undefined): string {
    if (isEmpty(value)) return '{}\n';
    this.map(value, '', comments, false);
    return this.text;
  }

  /** The entries of a map. When `inline`, the first one continues a line that ends in `- `. */
  private map(value: PrintableMap, indent: string, comments: CommentTree | undefined, inline: boolean): void {
    let continues = inline;
    for (const key of Object.keys(value)) {
      const entry = value[key];
      if (entry === undefined) continue;
      const comment = comments?.below.get(key);
      if (comment && !continues) this.text += printCommentLines(comment.above, indent);
      this.text += (continues ? '' : indent) + printKey(key, indent);
      this.afterIndicator(entry, indent, comment);
      continues = false;
    }
  }

  private list(value: readonly Printable[], indent: string, comments: CommentTree | undefined, inline: boolean): void {
    for (let position = 0; position < value.length; position++) {
      const item = value[position] ?? null;
      const continues = inline && position === 0;
      const comment = comments?.below.get(String(position));
      if (comment && !continues) this.text += printCommentLines(aboveItem(item, comment), indent);
      this.text += continues ? '-' : `${indent}-`;
      if (isScalar(item) || isEmpty(item) || comment?.beside) this.afterIndicator(item, indent, comment);
      else this.onLineOfDash(item, `${indent}  `, comment);
    }
  }

  private onLineOfDash(
    item: readonly Printable[] | PrintableMap,
    indent: string,
    comments: CommentTree | undefined,
  ): void {
    this.text += ' ';
    if (isList(item)) this.list(item, indent, comments, true);
    else this.map(item, indent, comments, true);
  }

  /** What follows `key:` or `-`, to the end of the value: on the same line, or indented on the lines below. */
  private afterIndicator(value: Printable, indent: string, comment: CommentTree | undefined): void {
    const beside = comment?.beside ?? '';
    if (isScalar(value)) {
      const block = typeof value === 'string' ? blockScalar(value, indent) : undefined;
      this.text += block ? ` ${block.header}${beside}\n${block.body}` : ` ${printScalar(value)}${beside}\n`;
    } else if (isEmpty(value)) {
      this.text += isList(value) ? ` []${beside}\n` : ` {}${beside}\n`;
    } else {
      this.text += `${beside}\n`;
      if (isList(value)) this.list(value, `${indent}  `, comment, false);
      else this.map(value, `${indent}  `, comment, false);
    }
  }
}

/** Parsers look at most so far ahead for the colon of a key; a longer one needs its own indicator. */
const LONGEST_IMPLICIT_KEY = 1024;

/** Manifests say the same few keys over and over. */
const keyText = remembered(printString);

function printKey(key: string, indent: string): string {
  const text = keyText(key);
  return text.length <= LONGEST_IMPLICIT_KEY ? `${text}:` : `? ${text}\n${indent}:`;
}

/** The comments of a list entry, and of the field that shares its line: there is no other place for those. */
function aboveItem(item: Printable, comment: CommentTree): string[] {
  if (isScalar(item) || comment.beside) return comment.above;
  const [step = '', first = null] = Object.entries(item).find(([, entry]) => entry !== undefined) ?? [];
  const inner = comment.below.get(step);
  if (!inner) return comment.above;
  return [...comment.above, ...(isList(item) ? aboveItem(first, inner) : inner.above)];
}

function isEmpty(value: readonly Printable[] | PrintableMap): boolean {
  if (isList(value)) return value.length === 0;
  for (const key of Object.keys(value)) if (value[key] !== undefined) return false;
  return true;
}

function isList(value: readonly Printable[] | PrintableMap): value is readonly Printable[] {
  return Array.isArray(value);
}

function isScalar(value: Printable): value is Scalar {
  return typeof value !== 'object' || value === null;
}

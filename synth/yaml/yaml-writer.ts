import { remembered } from '../../lib/kube/remembered';
import { isRecord } from '../../lib/kube/is-record';
import { blockScalar } from './block-scalar';
import { printCommentLines } from './comment-lines';
import type { CommentTree } from './comments';
import { DEEPEST } from './inspection';
import { printScalar, printString } from './scalar';
import { Unprintable } from './unprintable';

/**
 * Writes one object as block YAML: two blanks a level, list entries indented under their key, nothing in flow style but
 * `{}` and `[]`, nothing folded, no anchors.
 */
export class YamlWriter {
  /** What is written, in pieces: a text that grows by bits keeps all of them in memory until somebody reads it. */
  private readonly parts: string[] = [];

  /**
   * The whole object after its header, with the comments laid out along it.
   *
   * @throws {@link Unprintable} at the first place that is not plain data
   */
  write(value: object, header: string, comments: CommentTree | undefined): string {
    if (!isRecord(value)) throw new Unprintable();
    this.parts.push(header);
    this.map(value, '', comments, false);
    if (this.parts.length === 1) this.parts.push('{}\n');
    return this.parts.join('');
  }

  /** The entries of a map. When `inline`, the first one continues a line that ends in `- `. */
  private map(
    value: Readonly<Record<string, unknown>>,
    indent: string,
    comments: CommentTree | undefined,
    inline: boolean,
  ): void {
    let continues = inline;
    for (const key of Object.keys(value)) {
      const name = printKey(key, indent);
      const entry = value[key];
      if (entry === undefined) continue;
      const comment = comments?.below.get(key);
      if (!continues) this.startLine(indent, comment?.above);
      this.parts.push(name);
      this.afterIndicator(entry, indent, comment, false);
      continues = false;
    }
  }

  private list(value: readonly unknown[], indent: string, comments: CommentTree | undefined, inline: boolean): void {
    for (let position = 0; position < value.length; position++) {
      const item = value[position];
      const comment = comments?.below.get(String(position));
      if (!inline || position > 0) this.startLine(indent, comment && aboveItem(item, comment));
      this.parts.push('-');
      this.afterIndicator(item, indent, comment, true);
    }
  }

  /** Comments and indentation. A comment that comes right after the header is set apart from it. */
  private startLine(indent: string, above: readonly string[] = []): void {
    if (above.length > 0) {
      if (this.parts.length === 1 && this.parts[0] !== '') this.parts.push('\n');
      this.parts.push(printCommentLines(above, indent));
    }
    this.parts.push(indent);
  }

  /** What follows `key:` or `-`, to the end of the value: on the same line, or indented on the lines below. */
  private afterIndicator(value: unknown, indent: string, comment: CommentTree | undefined, isDash: boolean): void {
    const beside = comment?.beside ?? '';
    if (isObject(value)) {
      const inline = isDash && beside === '';
      const next = this.parts.push(inline ? ' ' : `${beside}\n`);
      this.entries(value, `${indent}  `, comment, inline);
      if (this.parts.length === next) this.parts[next - 1] = ` ${Array.isArray(value) ? '[]' : '{}'}${beside}\n`;
    } else {
      const block = typeof value === 'string' ? blockScalar(value, indent) : undefined;
      this.parts.push(block ? ` ${block.header}${beside}\n${block.body}` : ` ${printScalar(value)}${beside}\n`);
    }
  }

  /** What holds itself is met at last as what is too deep. */
  private entries(value: object, indent: string, comments: CommentTree | undefined, inline: boolean): void {
    if (indent.length >= DEEPEST * '  '.length) throw new Unprintable();
    if (Array.isArray(value)) this.list(value, indent, comments, inline);
    else if (isRecord(value)) this.map(value, indent, comments, inline);
    else throw new Unprintable();
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
function aboveItem(item: unknown, comment: CommentTree): readonly string[] {
  if (!isObject(item) || comment.beside) return comment.above;
  const [step = '', first] = Object.entries(item).find(([, entry]) => entry !== undefined) ?? [];
  const inner = comment.below.get(step);
  if (!inner) return comment.above;
  return [...comment.above, ...(Array.isArray(item) ? aboveItem(first, inner) : inner.above)];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

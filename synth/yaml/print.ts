import { FieldPath } from '../../lib/kube/field-path';
import type { Problem } from '../../lib/kube/problem';
import { ProblemList } from '../../lib/kube/problem-list';
import { printHeaderLines } from './comment-lines';
import { placeComments, type CommentTree, type YamlComments } from './comments';
import { inspect } from './inspection';
import { PrintError } from './print-error';
import { Unprintable } from './unprintable';
import { YamlWriter } from './yaml-writer';

/** What is printed around and beside the object's own fields. */
export interface PrintOptions {
  /** Comment lines before the first field. */
  readonly header?: readonly string[];
  /** Comments on fields; a path that the object does not have is an error. */
  readonly comments?: YamlComments;
}

/** One object of a file that holds several. */
export interface YamlDocument extends PrintOptions {
  readonly value: object;
}

/**
 * Prints a plain object as YAML a person would have written, read back by YAML 1.1 and 1.2 parsers as exactly the same
 * data. Keys keep the object's order, properties that are undefined are left out, `-0` is printed as `0`.
 *
 * @param value - an object of the API, or any other plain data
 * @throws {@link PrintError} with every problem at once: `unprintable-type`, `unprintable-number`, `unprintable-text`,
 * `unprintable-cycle`, `unprintable-depth` and, for a comment on a field that is not there, `unmatched-comment`
 */
export function printYaml(value: object, options: PrintOptions = {}): string {
  const failures: Failure[] = [];
  const text = printOne(value, options, failures);
  refuse(failures);
  return text;
}

/**
 * Prints several objects as one file, with `---` between them.
 *
 * @throws {@link PrintError} with every problem of every object at once; the codes are those of {@link printYaml}
 */
export function printDocuments(documents: readonly YamlDocument[]): string {
  const failures: Failure[] = [];
  const texts = documents.map((document) => printOne(document.value, document, failures));
  refuse(failures);
  return texts.join('---\n');
}

interface Failure {
  readonly name: string;
  readonly problems: readonly Problem[];
}

function refuse(failures: readonly Failure[]): void {
  if (failures.length === 0) return;
  const names = failures.map(({ name }) => name);
  const problems = failures.flatMap((failure) => failure.problems);
  throw new PrintError(names.join(', '), problems);
}

function printOne(value: object, { header = [], comments }: PrintOptions, failures: Failure[]): string {
  const placed = comments === undefined || comments.size === 0 ? undefined : placeComments(value, comments);
  const text = tryWrite(value, header, placed?.tree);
  const unmatched = placed?.unmatched ?? [];
  if (text !== undefined && unmatched.length === 0) return text;
  const list = new ProblemList();
  for (const path of unmatched) {
    list.notFound('unmatched-comment', FieldPath.of(path), undefined, 'the object has no such field to comment on');
  }
  inspect(value, list);
  failures.push({ name: nameOf(value), problems: list.problems });
  return '';
}

/** The object's text, or undefined where it is not plain data. */
function tryWrite(value: object, header: readonly string[], comments: CommentTree | undefined): string | undefined {
  try {
    return new YamlWriter().write(value, printHeaderLines(header), comments);
  } catch (error) {
    if (error instanceof Unprintable) return undefined;
    throw error;
  }
}

/** `Deployment shop/checkout`, as far as the object says so. */
function nameOf(value: object): string {
  const kind = field(value, 'kind');
  if (typeof kind !== 'string') return 'an object without a kind';
  const metadata = field(value, 'metadata');
  const names = [field(metadata, 'namespace'), field(metadata, 'name')].filter((name) => typeof name === 'string');
  return names.length === 0 ? kind : `${kind} ${names.join('/')}`;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

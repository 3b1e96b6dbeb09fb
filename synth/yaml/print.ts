import { FieldPath } from '../../lib/kube/field-path';
import type { Problem } from '../../lib/kube/problem';
import { ProblemList } from '../../lib/kube/problem-list';
import { printHeaderLines } from './comment-lines';
import { placeComments, type YamlComments } from './comments';
import { PrintError } from './print-error';
import { isPrintable } from './printable';
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
  return printDocuments([{ ...options, value }]);
}

/**
 * Prints several objects as one file, with `---` between them.
 *
 * @throws {@link PrintError} with every problem of every object at once; the codes are those of {@link printYaml}
 */
export function printDocuments(documents: readonly YamlDocument[]): string {
  const failures: Failure[] = [];
  const texts = documents.map((document) => printOne(document, failures));
  if (failures.length > 0) {
    const names = failures.map(({ name }) => name);
    const problems = failures.flatMap((failure) => failure.problems);
    throw new PrintError(names.join(', '), problems);
  }
  return texts.join('---\n');
}

interface Failure {
  readonly name: string;
  readonly problems: readonly Problem[];
}

function printOne({ value, header = [], comments }: YamlDocument, failures: Failure[]): string {
  const list = new ProblemList();
  const placed = comments === undefined || comments.size === 0 ? undefined : placeComments(value, comments);
  for (const path of placed?.unmatched ?? []) {
    list.notFound('unmatched-comment', FieldPath.of(path), undefined, 'the object has no such field to comment on');
  }
  if (!isPrintable(value, list) || list.problems.length > 0) {
    failures.push({ name: nameOf(value), problems: list.problems });
    return '';
  }
  const text = new YamlWriter().write(value, placed?.tree);
  return printHeaderLines(header) + (header.length > 0 && text.startsWith('#') ? `\n${text}` : text);
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

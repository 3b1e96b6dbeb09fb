import { Document, isCollection, isMap, isNode, isSeq, LineCounter, parseAllDocuments, visit } from 'yaml';
import { Beside } from './beside';
import { expandList, type ReadValue } from './expand-list';
import { Places } from './places';
import { tryQuickYaml, type LoneComment, type QuickYaml } from './quick-yaml';
import { tryReadJson } from './read-json';
import { splitDocuments, splitJson } from './split-documents';
import { isTooDeep } from './yaml-depth';
import { GO_TAGS } from './yaml-tags';

/** One object of a file, with the line on which it begins, counted from 1. */
export interface ManifestDocument {
  readonly value: unknown;
  readonly line: number;
  /** What stands beside the values, where the reader was asked for it. */
  readonly beside?: Beside;
}

/** What a reader is asked for besides the objects. */
export interface Reading {
  /** Whether the lines of fields and the comments are wanted, which takes longer. @default false */
  readonly beside?: boolean;
}

/** Something that keeps a part of a file from being read, said in one line. */
export interface ReadProblem {
  readonly line: number;
  readonly message: string;
}

/** What a file holds. */
export interface ReadManifests {
  readonly documents: readonly ManifestDocument[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Reads the objects of a YAML or JSON file as Kubernetes reads them: YAML 1.1 as Go understands it (`0644` is octal,
 * `yes` is true), merge keys, no key twice. A file may hold several documents, and a `List` counts as its entries;
 * documents with nothing in them are passed over. A document that cannot be read is reported, and the others are read.
 *
 * Files made to exhaust their reader are refused: more than 1,000 aliases, or nesting deeper than 100 levels.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/#describing-a-kubernetes-object
 */
export function readManifests(text: string): ReadManifests {
  const documents: ManifestDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const read of manifestsIn(text)) {
    if ('message' in read) problems.push(read);
    else documents.push(read);
  }
  return { documents, problems };
}

/** Like `readManifests`, one object or problem after the other: a document is read when it is asked for. */
export function* manifestsIn(text: string, reading: Reading = {}): Generator<ManifestDocument | ReadProblem> {
  if (BINARY.test(text)) {
    yield { line: 1, message: 'not a text file: it holds bytes that no YAML can hold' };
    return;
  }
  for (const [part, before] of splitDocuments(text)) {
    for (const read of readDocument(part, before, reading)) {
      if ('message' in read || (read.value !== null && read.value !== undefined)) yield read;
    }
  }
}

const MOST_ALIASES = 1000;
const DEEPEST = 100;
const DEPTH_FAULT = `nested deeper than ${DEEPEST} levels`;
/** What the parser says when a document of thousands of levels uses up its stack. */
const OVERFLOW = /call stack|too much recursion/;
const KEY_FAULT = 'a map or a list cannot be a key';
const BINARY = /[\0\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;
/** In UTF-16 units. Text is read in one piece, and its tree takes a hundred times its size. */
const LARGEST = 8 * 1024 * 1024;
const SIZE_FAULT = 'one YAML document of more than 8 MiB: write it as several documents, or as JSON';

function* readDocument(text: string, before: number, reading: Reading): Generator<ManifestDocument | ReadProblem> {
  const json = /^\s*[[{]/.test(text) ? readJson(text) : [];
  const parts: readonly ReadPart[] = json.length > 0 ? json : [[tryReadYaml(text, reading), text, 0]];
  for (const [read, part, lines] of parts) yield* expanded(read, part, before + lines, reading);
}

/** What was read of a part of a text, that part, and the lines before it. */
type ReadPart = readonly [read: PlacedValue | ReadProblem, part: string, before: number];

/** The values of a JSON text, one or several; nothing where the first of them is not JSON. */
function readJson(text: string): readonly ReadPart[] {
  const whole = tryReadJson(text, DEEPEST);
  if (whole !== undefined) return [[{ ...whole, line: lineOfStart(text) }, text, 0]];
  const parts = splitJson(text);
  const [first] = parts;
  if (first === undefined || parts.length === 1 || tryReadJson(first[0], DEEPEST) === undefined) return [];
  return parts.map(([part, before]) => {
    const json = tryReadJson(part, DEEPEST);
    return [json === undefined ? tryReadYaml(part, {}) : { ...json, line: lineOfStart(part) }, part, before];
  });
}

function* expanded(
  read: PlacedValue | ReadProblem,
  text: string,
  before: number,
  { beside = false }: Reading,
): Generator<ManifestDocument | ReadProblem> {
  if ('message' in read) {
    yield { ...read, line: read.line + before };
    return;
  }
  for (const { value, line, field } of expandList(read)) {
    yield {
      value,
      line: line + before,
      ...(beside && { beside: new Beside(text, before, field, read.places, read.comments) }),
    };
  }
}

/** A value that was read, with the places of its fields where they were wanted. */
interface PlacedValue extends ReadValue {
  readonly places?: Places;
  readonly comments?: readonly LoneComment[];
}

function tryReadYaml(text: string, reading: Reading): PlacedValue | ReadProblem {
  if (text.length > LARGEST) return { line: 1, message: SIZE_FAULT };
  const quick = tryQuickYaml(text);
  if (quick !== undefined) return placed(quick);
  if (isTooDeep(text)) return { line: 1, message: DEPTH_FAULT };
  try {
    return readYaml(text, reading);
  } catch (error) {
    return problemIn(text, 1, String(error));
  }
}

function readYaml(text: string, { beside = false }: Reading): PlacedValue | ReadProblem {
  const lines = new LineCounter();
  const [document, second] = parseAllDocuments(text, {
    customTags: GO_TAGS,
    schema: 'failsafe',
    merge: true,
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (!(document instanceof Document)) return { value: null, line: 1 };
  const error = document.errors[0] ?? second?.errors[0];
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    return problemIn(text, line, error.code === 'DUPLICATE_KEY' ? repeatedKey(text, error.pos[0]) : error.message);
  }
  const fault = faultOf(document);
  if (fault !== undefined) return fault === KEY_FAULT ? problemIn(text, 1, fault) : { line: 1, message: fault };
  const lineOf = (node: unknown) => (isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1);
  const line = lineOf(document.contents);
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    const items = isMap(document.contents) ? document.contents.get('items') : undefined;
    return {
      value,
      line,
      ...(isSeq(items) && { itemLines: items.items.map(lineOf) }),
      ...(beside && { places: Places.of(document.contents, lines) }),
    };
  } catch (fault) {
    const message = fault instanceof ReferenceError ? 'too many aliases, or one without its anchor' : String(fault);
    return { line, message };
  }
}

function placed({ value, line, fields, lines, comments }: QuickYaml): PlacedValue {
  const itemLines = lines.filter((_line, position) => ITEM.test(fields[position] ?? ''));
  return { value, line, ...(itemLines.length > 0 && { itemLines }), places: new Places(fields, lines), comments };
}

const ITEM = /^items\[\d+\]$/;

/** What the parser says, in words that help: it is often a template or half a file that it cannot read. */
function problemIn(text: string, line: number, message: string): ReadProblem {
  if (OVERFLOW.test(message)) return { line: 1, message: DEPTH_FAULT };
  const template = lineOfTemplate(text);
  if (template !== 0)
    return { line: template, message: 'a template, not YAML: render it first and read what comes out' };
  const [first = message] = message.split('\n');
  const isCutOff = /unexpected end|missing closing|must be closed|Flow (map|sequence)/i.test(first);
  return { line, message: isCutOff ? `the document seems to be cut off: ${first}` : first };
}

/** The first line that holds `{{` and then `}}`, counted from 1; 0 where there is none. */
function lineOfTemplate(text: string): number {
  const position = text.split('\n').findIndex((line) => {
    const start = line.indexOf('{{');
    return start !== -1 && line.indexOf('}}', start) !== -1;
  });
  return position + 1;
}

function repeatedKey(text: string, position: number): string {
  const [key = ''] = /^(?:"(?:[^"\\\n]|\\.)*"|[^:\n]+)/.exec(text.slice(position, position + 100)) ?? [];
  return `the key ${key.trim()} stands twice in one map`;
}

/** What the parser lets pass and Go does not: depth without end, and a map or list as a key. */
function faultOf(document: Document): string | undefined {
  let fault: string | undefined;
  visit(document, {
    Pair: (_key, pair) => {
      if (!isCollection(pair.key)) return undefined;
      fault = KEY_FAULT;
      return visit.BREAK;
    },
    Collection: (_key, _node, path) => {
      if (path.length <= 2 * DEEPEST) return undefined;
      fault = DEPTH_FAULT;
      return visit.BREAK;
    },
  });
  return fault;
}

function lineOfStart(text: string): number {
  return text.slice(0, text.search(/\S/)).split('\n').length;
}

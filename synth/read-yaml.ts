import { Document, isCollection, LineCounter, parseAllDocuments, visit } from 'yaml';
import { GO_TAGS } from './yaml-tags';

/** One object of a file, with the line on which it begins, counted from 1. */
export interface ManifestDocument {
  readonly value: unknown;
  readonly line: number;
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
  const unreadable = wholeFileProblem(text);
  if (unreadable !== undefined) return { documents: [], problems: [{ line: 1, message: unreadable }] };
  const documents: ManifestDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const [part, before] of splitDocuments(text)) {
    const read = readDocument(part);
    if ('message' in read) problems.push({ line: read.line + before, message: read.message });
    else documents.push(...expandList({ value: read.value, line: read.line + before }));
  }
  return { documents: documents.filter(({ value }) => value !== null && value !== undefined), problems };
}

const MOST_ALIASES = 1000;
const DEEPEST = 100;
const DEPTH_FAULT = `nested deeper than ${DEEPEST} levels`;
/** What the parser says when a document of thousands of levels uses up its stack. */
const OVERFLOW = /call stack|too much recursion/;
const KEY_FAULT = 'a map or a list cannot be a key';
const BINARY = /[\0\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;
const TEMPLATE = /\{\{.*\}\}/;
const MANY_OPENERS = new RegExp(`(?:[\\[{]\\s*){${DEEPEST},}|^(?:- ){${DEEPEST},}`, 'm');

function wholeFileProblem(text: string): string | undefined {
  if (BINARY.test(text)) return 'not a text file: it holds bytes that no YAML can hold';
  return MANY_OPENERS.test(text) ? DEPTH_FAULT : undefined;
}

/**
 * The documents of a file, each with the number of lines before it. Kubernetes splits before it parses; what stands
 * before the first `---` and is only remarks or a `%YAML` line is no document.
 */
function splitDocuments(text: string): [part: string, before: number][] {
  const parts: [string, number][] = [];
  let lines: string[] = [];
  let before = 0;
  let position = 0;
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    position += 1;
    if (/^---(\s|$)/.test(line)) {
      parts.push([lines.join('\n'), before]);
      before = position - 1;
      lines = [line];
    } else {
      lines.push(line);
    }
  }
  parts.push([lines.join('\n'), before]);
  return parts.filter(([part]) => !part.split('\n').every((line) => /^(\s*$|\s*#|%)/.test(line)));
}

function readDocument(text: string): ManifestDocument | ReadProblem {
  if (/^\s*[[{]/.test(text)) {
    if (jsonDepthOf(text) > DEEPEST) return { line: 1, message: DEPTH_FAULT };
    const value = tryJson(text);
    if (value !== undefined && !hasRepeatedKeys(text)) return { value, line: lineOfStart(text) };
  }
  try {
    return readYaml(text);
  } catch (error) {
    return { line: 1, message: advice(text, String(error)) };
  }
}

function readYaml(text: string): ManifestDocument | ReadProblem {
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
    return { line: lines.linePos(error.pos[0]).line, message: advice(text, error.message) };
  }
  const fault = faultOf(document);
  if (fault !== undefined) return { line: 1, message: fault === KEY_FAULT ? advice(text, fault) : fault };
  const line = lines.linePos(document.contents?.range[0] ?? 0).line;
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { value, line };
  } catch (fault) {
    const message = fault instanceof ReferenceError ? 'too many aliases, or one without its anchor' : String(fault);
    return { line, message };
  }
}

function advice(text: string, message: string): string {
  if (OVERFLOW.test(message)) return DEPTH_FAULT;
  if (TEMPLATE.test(text)) return 'a template, not YAML: render it first and read what comes out';
  const [first = message] = message.split('\n');
  return /unexpected end|missing closing|must be closed|Flow (map|sequence)/i.test(first)
    ? `the document seems to be cut off: ${first}`
    : first;
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

function expandList(document: ManifestDocument): ManifestDocument[] {
  const { value, line } = document;
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('items' in value)) return [document];
  if (typeof value.kind !== 'string' || !value.kind.endsWith('List') || !Array.isArray(value.items)) return [document];
  const items: readonly unknown[] = value.items;
  return items.flatMap((item) => expandList({ value: item, line }));
}

function tryJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** How deep brackets and braces outside of texts stand in one another. */
function jsonDepthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Whether a JSON text names a key twice somewhere: it is then read as YAML, which reports it. */
function hasRepeatedKeys(text: string): boolean {
  let count = 0;
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) count += Object.keys(value).length;
    return value;
  });
  const written = text.match(/"(?:[^"\\]|\\.)*"(?=\s*:)/g) ?? [];
  return written.length !== count;
}

function lineOfStart(text: string): number {
  return text.slice(0, text.search(/\S/)).split('\n').length;
}

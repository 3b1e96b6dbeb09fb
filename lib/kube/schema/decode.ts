import { FieldPath } from '../field-path';
import type { Problem } from '../problem';
import { DEFAULT_TARGET, type KubernetesVersion } from '../version';
import { closestWord } from './field-advice';
import { wordFor } from './scalar-fault';
import { knownKinds, trySchemaOf, typeOf, type TypeSchema } from './schema';
import { isMap, Walk } from './walk';

/** How an object is decoded. */
export interface DecodeOptions {
  /** The version of the API server. @default 1.35 */
  readonly target?: KubernetesVersion;
  /**
   * The feature gates that the cluster has switched on beyond its version's default. Where they are given, a field whose
   * gate is off is reported, which the server would drop without a word.
   *
   * @default nothing is said about such fields, as the server says nothing
   */
  readonly featureGates?: readonly string[];
}

/**
 * What a strict API server's decoder would refuse in an object: unknown fields, values of the wrong type, fields and
 * values that the target version does not have. Everything is reported at once; an accepted object gives an empty list.
 *
 * Required fields, value sets and everything that needs more than one field are not the decoder's business. Entries of
 * a `List` are judged each on its own. An object whose kind is not in the table gives one problem, `unknown-kind`.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
 */
export function decode(value: unknown, options: DecodeOptions = {}): readonly Problem[] {
  const run = start(options, true);
  decodeObject(run, value, FieldPath.root);
  return run.walk.problems;
}

/**
 * Like `decode`, and undefined for an object whose kind is not in the table, such as a ConfigMap or a custom resource.
 * Such entries of a `List` are passed over.
 */
export function tryDecode(value: unknown, options: DecodeOptions = {}): readonly Problem[] | undefined {
  const run = start(options, false);
  return decodeObject(run, value, FieldPath.root) ? run.walk.problems : undefined;
}

/** What stays the same while one value is decoded. */
interface Run {
  readonly walk: Walk;
  readonly reportsUnknownKinds: boolean;
  /** The lists around the value; one of them inside itself would never end. */
  readonly lists: readonly unknown[];
}

type Fields = Readonly<Record<string, unknown>>;

/** How deep a `List` may stand in a `List`; no manifest goes far. */
const DEEPEST_LIST = 4;

function start({ target = DEFAULT_TARGET, featureGates }: DecodeOptions, reportsUnknownKinds: boolean): Run {
  return { walk: new Walk(target, featureGates), reportsUnknownKinds, lists: [] };
}

/** Judges an object by its own kind; false where that kind is not in the table. */
function decodeObject(run: Run, value: unknown, path: FieldPath): boolean {
  const { walk } = run;
  if (!isMap(value)) {
    walk.add(
      'TypeInvalid',
      'wrong-type',
      path,
      `must be an object of Kubernetes, and this is ${wordFor(value)}`,
      value,
    );
    return true;
  }
  const apiVersion = textIn(walk, value, 'apiVersion', path);
  const kind = textIn(walk, value, 'kind', path);
  if (apiVersion === undefined || kind === undefined) return true;
  const type = trySchemaOf(apiVersion, kind);
  const entry = entryType(apiVersion, kind);
  if (type !== undefined) walk.object(value, type, path);
  else if (entry !== undefined) decodeList(run, value, path, entry);
  else if (run.reportsUnknownKinds) {
    walk.add('NotSupported', 'unknown-kind', path.child('kind'), kindAdvice(apiVersion, kind), kind);
  }
  return type !== undefined || entry !== undefined;
}

/** The text of a field that every object has. */
function textIn(walk: Walk, object: Fields, name: string, path: FieldPath): string | undefined {
  const text = Object.hasOwn(object, name) ? object[name] : undefined;
  const place = path.child(name);
  if (text == null || text === '') walk.add('Required', 'missing-kind', place, `every object says its ${name}`);
  else if (typeof text === 'string') return text;
  else walk.add('TypeInvalid', 'wrong-type', place, `must be text, and this is ${wordFor(text)}`, text);
  return undefined;
}

/** The type of a list's entries; `any` where every entry says its kind itself. */
function entryType(apiVersion: string, kind: string): TypeSchema | 'any' | undefined {
  if (apiVersion === 'v1' && kind === 'List') return 'any';
  return kind.endsWith('List') ? trySchemaOf(apiVersion, kind.slice(0, -'List'.length)) : undefined;
}

function decodeList(run: Run, list: Fields, path: FieldPath, entry: TypeSchema | 'any'): void {
  const { walk, lists } = run;
  if (lists.length >= DEEPEST_LIST || lists.includes(list)) {
    walk.add('Invalid', 'nested-too-deep', path, `a List may stand in a List ${DEEPEST_LIST} times at most`);
    return;
  }
  walk.object(list, typeOf('List'), path);
  const items = Object.hasOwn(list, 'items') ? list['items'] : undefined;
  if (!Array.isArray(items)) return;
  items.forEach((item: unknown, position) => {
    const place = path.child('items').index(position);
    if (entry === 'any') decodeObject({ ...run, lists: [...lists, list] }, item, place);
    else walk.object(item, entry, place);
  });
}

function kindAdvice(apiVersion: string, kind: string): string {
  const kinds = knownKinds();
  const versions = kinds.filter((known) => known.kind === kind).map((known) => known.apiVersion);
  if (versions.length > 0) return `${kind} is served as ${versions.join(' and ')}`;
  const close = closestWord(
    kind,
    kinds.map((known) => known.kind),
  );
  if (close !== undefined) return `the kind is spelt ${JSON.stringify(close)}`;
  return `${apiVersion} ${kind} is not in the field table`;
}

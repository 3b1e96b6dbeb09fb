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
  const walk = new Walk(options.target ?? DEFAULT_TARGET);
  decodeObject(walk, value, FieldPath.root, 'report', 0);
  return walk.problems;
}

/**
 * Like `decode`, and undefined for an object whose kind is not in the table, such as a ConfigMap or a custom resource.
 * Such entries of a `List` are passed over.
 */
export function tryDecode(value: unknown, options: DecodeOptions = {}): readonly Problem[] | undefined {
  const walk = new Walk(options.target ?? DEFAULT_TARGET);
  return decodeObject(walk, value, FieldPath.root, 'pass over', 0) ? walk.problems : undefined;
}

type UnknownKinds = 'report' | 'pass over';

/** How deep a `List` may stand in a `List`: no manifest goes far, and a cycle would never end. */
const DEEPEST_LIST = 8;

/** Whether the kind was known, or the value so wrong that it has none. */
function decodeObject(walk: Walk, value: unknown, path: FieldPath, unknownKinds: UnknownKinds, depth: number): boolean {
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
  if (type !== undefined) {
    walk.object(value, type, path);
    return true;
  }
  const entry = entryType(apiVersion, kind);
  if (entry !== undefined) {
    decodeList(walk, value, path, entry, unknownKinds, depth);
    return true;
  }
  if (unknownKinds === 'report')
    walk.add('NotSupported', 'unknown-kind', path.child('kind'), kindAdvice(apiVersion, kind), kind);
  return false;
}

function textIn(
  walk: Walk,
  value: Readonly<Record<string, unknown>>,
  name: string,
  path: FieldPath,
): string | undefined {
  const text = Object.hasOwn(value, name) ? value[name] : undefined;
  if (typeof text === 'string' && text !== '') return text;
  if (text == null || text === '')
    walk.add('Required', 'missing-kind', path.child(name), `every object says its ${name}`);
  else walk.add('TypeInvalid', 'wrong-type', path.child(name), `must be text, and this is ${wordFor(text)}`, text);
  return undefined;
}

/** The type of a list's entries; `each its own` where every entry says its kind itself. */
function entryType(apiVersion: string, kind: string): TypeSchema | 'each its own' | undefined {
  if (apiVersion === 'v1' && kind === 'List') return 'each its own';
  return kind.endsWith('List') ? trySchemaOf(apiVersion, kind.slice(0, -'List'.length)) : undefined;
}

function decodeList(
  walk: Walk,
  list: Readonly<Record<string, unknown>>,
  path: FieldPath,
  entry: TypeSchema | 'each its own',
  unknownKinds: UnknownKinds,
  depth: number,
): void {
  if (depth >= DEEPEST_LIST) {
    walk.add('Invalid', 'nested-too-deep', path, `a List may stand in a List ${DEEPEST_LIST} times at most`);
    return;
  }
  const { items, ...rest } = list;
  walk.object(rest, typeOf('List'), path);
  if (items == null) return;
  if (!Array.isArray(items)) {
    walk.add('TypeInvalid', 'wrong-type', path.child('items'), `must be a list, and this is ${wordFor(items)}`, items);
    return;
  }
  items.forEach((item: unknown, position) => {
    const place = path.child('items').index(position);
    if (entry === 'each its own') decodeObject(walk, item, place, unknownKinds, depth + 1);
    else walk.object(item, entry, place);
  });
}

function kindAdvice(apiVersion: string, kind: string): string {
  const sameKind = knownKinds().filter((known) => known.kind === kind);
  if (sameKind.length > 0) return `${kind} is served as ${sameKind.map((known) => known.apiVersion).join(' and ')}`;
  const close = closestWord(
    kind,
    knownKinds().map((known) => known.kind),
  );
  return close === undefined
    ? `${apiVersion} ${kind} is not in the field table`
    : `the kind is spelt ${JSON.stringify(close)}`;
}

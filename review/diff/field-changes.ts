import { isMap } from '../../lib/kube/schema/walk';

/** One field that differs between two versions of an object. */
export interface FieldChange {
  /** The field; entries of lists by what names them, where they have a name: `spec.containers[api].image`. */
  readonly path: string;
  /** `moved` is an entry of a list that stands at another place; the order of containers and of env matters. */
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** The value before; of `moved`, its position, counted from 0. Left out where there was none. */
  readonly before?: unknown;
  /** The value afterwards; of `moved`, its position, counted from 0. Left out where there is none. */
  readonly after?: unknown;
}

/** Every field that differs between two values, in the order of the later one, with what is gone last. */
export function fieldChanges(before: unknown, after: unknown, path = ''): readonly FieldChange[] {
  return [...changesAt(path, before, after)];
}

function* changesAt(path: string, before: unknown, after: unknown): Generator<FieldChange> {
  if (before === undefined && after === undefined) return;
  if (before === undefined) yield { path, change: 'added', after };
  else if (after === undefined) yield { path, change: 'removed', before };
  else if (isMap(before) && isMap(after)) yield* changesInMap(path, before, after);
  else if (Array.isArray(before) && Array.isArray(after)) yield* changesInList(path, before, after);
  else if (before !== after && !Object.is(before, after)) yield { path, change: 'changed', before, after };
}

function* changesInMap(
  path: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Generator<FieldChange> {
  for (const key of Object.keys(after)) yield* changesAt(below(path, key), own(before, key), after[key]);
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) yield* changesAt(below(path, key), before[key], undefined);
  }
}

function* changesInList(path: string, before: readonly unknown[], after: readonly unknown[]): Generator<FieldChange> {
  const key = keyOfBoth(before, after);
  if (key === undefined) {
    for (let position = 0; position < Math.max(before.length, after.length); position += 1) {
      yield* changesAt(`${path}[${position}]`, before[position], after[position]);
    }
    return;
  }
  const named = new Map(before.map((entry) => [key(entry), entry]));
  const names = new Set(after.map(key));
  for (const entry of after) yield* changesAt(`${path}[${key(entry)}]`, named.get(key(entry)), entry);
  for (const [name, entry] of named) if (!names.has(name)) yield* changesAt(`${path}[${name}]`, entry, undefined);
  yield* moves(path, before.map(key), after.map(key));
}

/** Entries that are on both sides and whose order among one another has changed. */
function* moves(path: string, before: readonly string[], after: readonly string[]): Generator<FieldChange> {
  const kept = before.filter((name) => after.includes(name));
  const now = after.filter((name) => before.includes(name));
  for (const [position, name] of now.entries()) {
    if (kept[position] === name) continue;
    yield {
      path: `${path}[${name}]`,
      change: 'moved',
      before: before.indexOf(name),
      after: after.indexOf(name),
    };
  }
}

type KeyOf = (entry: unknown) => string;

/** What names the entries of a list on both sides, no two alike; undefined where nothing does. */
function keyOfBoth(before: readonly unknown[], after: readonly unknown[]): KeyOf | undefined {
  return KEYS.find((key) =>
    [before, after].every(
      (list) => new Set(list.map(key)).size === list.length && list.every((entry) => key(entry) !== ''),
    ),
  );
}

/** By the fields that name an entry in the API's own lists, and texts by themselves. */
const KEYS: readonly KeyOf[] = [
  (entry) => textIn(entry, 'name'),
  (entry) => textIn(entry, 'mountPath'),
  (entry) => textIn(entry, 'devicePath'),
  (entry) => portKey(textIn(entry, 'containerPort'), textIn(entry, 'protocol')),
  (entry) => portKey(textIn(entry, 'port'), textIn(entry, 'protocol')),
  (entry) => textIn(entry, 'topologyKey'),
  (entry) => textIn(entry, 'key'),
  (entry) => textIn(entry, 'ip'),
  (entry) => (isMap(entry) && isMap(entry['metadata']) ? textIn(entry['metadata'], 'name') : ''),
];

function textIn(entry: unknown, name: string): string {
  const value = isMap(entry) ? entry[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A port is one of TCP where nothing is said, and has one key with and without it. */
function portKey(port: string, protocol: string): string {
  return port === '' ? '' : `${port}/${protocol === '' ? 'TCP' : protocol}`;
}

function own(map: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** A key with a dot in it is put into brackets, so that a path can be read. */
function below(path: string, key: string): string {
  if (/[.[\]]/.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

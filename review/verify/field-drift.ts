import type { FieldPath } from '../../lib/kube/field-path';
import type { Field, FieldType } from '../../lib/kube/schema/field';
import { tryTypeOf } from '../../lib/kube/schema/schema';
import { isMap } from '../../lib/kube/schema/walk';
import { PRINTED_ZEROS } from './printed-zero';

/** A field that the live object has otherwise than Git says. */
export interface FieldDrift {
  /** The field, entries of lists by what names them: `spec.template.spec.containers[api].image`. */
  readonly path: string;
  /** The same field, or the list that it would stand in, in the API server's spelling. */
  readonly place: FieldPath;
  /** `added` is an entry of a list that Git writes; `beside` is a field that Git does not write. */
  readonly drift: 'changed' | 'removed' | 'added' | 'beside';
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** The same field three times. */
export interface Sides {
  /** As Git writes it: only what stands here is compared. */
  readonly written: unknown;
  /** As Git means it, with what the API server fills in. */
  readonly wanted: unknown;
  /** As the cluster has it, with what the API server fills in. */
  readonly live: unknown;
}

/** Where two sides are compared. */
export interface Place {
  /** The name of the field; empty for an entry of a list. */
  readonly name: string;
  readonly path: string;
  readonly place: FieldPath;
  /** What may stand there, as far as it is known. */
  readonly type?: FieldType;
  readonly field?: Field;
}

/** The fields that Git writes and the live object has otherwise, in Git's order. */
export function* fieldDrift({ written, wanted, live }: Sides, at: Place): Generator<FieldDrift> {
  const { name, path, place } = at;
  if (written === undefined || written === null || (isNothing(wanted, name) && isNothing(live, name))) return;
  if (live === undefined || live === null) yield { path, place, drift: 'removed', expected: wanted };
  else if (isMap(written) && isMap(wanted) && isMap(live)) yield* inMap(written, wanted, live, at);
  else if (Array.isArray(written) && Array.isArray(wanted) && Array.isArray(live)) {
    yield* inList(written, wanted, live, at);
  } else if (!isSame(wanted, live, name)) yield { path, place, drift: 'changed', expected: wanted, actual: live };
}

type Fields = Readonly<Record<string, unknown>>;
type Entries = readonly unknown[];

function* inMap(written: Fields, wanted: Fields, live: Fields, at: Place): Generator<FieldDrift> {
  const type = at.type?.shape === 'object' ? tryTypeOf(at.type.name) : undefined;
  const below = (name: string): Place => {
    const field = type?.field(name);
    const typed = field?.type ?? (at.type?.shape === 'map' ? at.type.of : undefined);
    const place = at.type?.shape === 'map' ? at.place.key(name) : at.place.child(name);
    return { name, path: pathBelow(at.path, name), place, ...(typed && { type: typed }), ...(field && { field }) };
  };
  for (const name of Object.keys(written)) {
    yield* fieldDrift({ written: own(written, name), wanted: own(wanted, name), live: own(live, name) }, below(name));
  }
  for (const name of Object.keys(live)) {
    if (Object.hasOwn(wanted, name) || isNothing(own(live, name), name)) continue;
    const { path, place } = below(name);
    yield { path, place, drift: 'beside', actual: own(live, name) };
  }
}

function* inList(written: Entries, wanted: Entries, live: Entries, at: Place): Generator<FieldDrift> {
  const type = at.type?.shape === 'list' ? at.type.of : undefined;
  const keyOf = namesOf(wanted, live, at.field);
  const entryAt = (position: number, name: string | number): Place => ({
    name: '',
    path: `${at.path}[${name}]`,
    place: at.place.index(position),
    ...(type && { type }),
  });
  if (keyOf === undefined) {
    const isWhole = wanted.length !== live.length || [...wanted, ...live].some((entry) => !isMap(entry));
    if (isWhole) {
      if (!isSame(wanted, live, at.name))
        yield { path: at.path, place: at.place, drift: 'changed', expected: wanted, actual: live };
      return;
    }
    for (const [position, entry] of written.entries()) {
      yield* fieldDrift(
        { written: entry, wanted: wanted[position], live: live[position] },
        entryAt(position, position),
      );
    }
    return;
  }
  const found = new Map(live.map((entry) => [keyOf(entry), entry]));
  for (const [position, entry] of written.entries()) {
    const name = keyOf(wanted[position]);
    yield* fieldDrift({ written: entry, wanted: wanted[position], live: found.get(name) }, entryAt(position, name));
  }
  const names = new Set(wanted.map(keyOf));
  for (const [name, entry] of found) {
    if (!names.has(name)) yield { path: `${at.path}[${name}]`, place: at.place, drift: 'added', actual: entry };
  }
}

/** What names the entries of a list on both sides, no two alike; undefined where a list counts by its places. */
function namesOf(wanted: Entries, live: Entries, field: Field | undefined): ((entry: unknown) => string) | undefined {
  // A list of an unknown kind, or one that nobody merges, is named by `name` where all of its entries have one.
  const keys = field !== undefined && field.listMapKeys.length > 0 ? field.listMapKeys : ['name'];
  const keyOf = (entry: unknown) =>
    keys
      .map((key) => (isMap(entry) ? shortText(own(entry, key)) : ''))
      .filter((text) => text !== '')
      .join('/');
  const isNamed = [wanted, live].every(
    (list) => new Set(list.map(keyOf)).size === list.length && list.every((entry) => keyOf(entry) !== ''),
  );
  return isNamed ? keyOf : undefined;
}

function shortText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What the API server leaves out when it prints: to write it is to write nothing. */
function isNothing(value: unknown, name: string): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (value === false || value === 0) return !PRINTED_ZEROS.has(name);
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.entries(value).every(([key, entry]) => isNothing(entry, key));
}

/** Whether two values are the same, whatever the order of their fields. */
function isSame(one: unknown, other: unknown, name: string): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((entry, position) => isSame(entry, other[position], ''));
  }
  if (isMap(one) && isMap(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
      isSame(own(one, key), own(other, key), key),
    );
  }
  if (isNothing(one, name) && isNothing(other, name)) return true;
  // A whole number may have been read as one of 64 bits.
  return Object.is(one, other) || (isNumber(one) && isNumber(other) && Number(one) === Number(other));
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function own(map: Fields, name: string): unknown {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** A key with a dot in it is put into brackets, so that a path can be read. */
function pathBelow(path: string, name: string): string {
  if (/[.[\]]/.test(name)) return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
}

import { groupedBy, keyOf } from '../lib/kube/groups';
import { isRecord } from '../lib/kube/is-record';
import { ENVIRONMENT_LABEL, folderOf } from '../lib/workloads/environment';
import type { Destination } from '../lib/workloads/environment';
import { groupOf, identityOf, titleOf } from './identity';

/** An object of an environment, as plain data. */
export interface EnvironmentObject {
  readonly destination: Destination;
  readonly object: Readonly<Record<string, unknown>>;
}

/** A value that a field has in an environment, and where; undefined where the field is not there. */
export interface FieldValue {
  readonly value: unknown;
  /** How many objects have it: one an environment, or one a cluster. */
  readonly count: number;
}

/** A field that is not the same in all environments, or not the same on all clusters of one. */
export interface EnvironmentDifference {
  /** As people name it: `Deployment shop/checkout`; without its namespace where that is not the same everywhere. */
  readonly object: string;
  /** Lists of named things by name: `spec.template.spec.containers[api].image`; empty for the object as a whole. */
  readonly path: string;
  /** By environment, each value that is there, the most frequent first; for an object as a whole, whether it is there. */
  readonly values: Readonly<Record<string, readonly FieldValue[]>>;
}

/**
 * What differs between environments: objects that some do not have, and fields that do not have the same value in all.
 *
 * Objects are compared by kind, namespace and name, and where each environment has a namespace of its own, by kind and
 * name; entries of lists of named things by name, and the order of init containers as a field. The label that says the
 * environment is left out, since it always differs. Objects outside of environments are left out too.
 */
export function environmentDifferences(objects: readonly EnvironmentObject[]): readonly EnvironmentDifference[] {
  const placed = objects.filter(({ destination }) => destination.environment !== undefined);
  const sizes = new Map<string, Set<string>>();
  for (const { destination } of placed) {
    const { environment = '', cluster = '' } = destination;
    sizes.set(environment, (sizes.get(environment) ?? new Set()).add(cluster));
  }
  const places = new Map([...sizes].map(([name, clusters]) => [name, clusters.size]));
  return counterparts(placed).flatMap(({ title, some }) => {
    const found = some.map(({ destination: { environment = '' }, object }) => ({
      environment,
      fields: fieldsOf(object),
    }));
    return differencesOf(title, found, places);
  });
}

/** The objects that stand for one another in different places, and what they are called together. */
interface Counterparts {
  readonly title: string;
  readonly some: readonly EnvironmentObject[];
}

function counterparts(placed: readonly EnvironmentObject[]): readonly Counterparts[] {
  const groups = [...groupedBy(placed, ({ object }) => nameOf(object)).values()].flatMap((some) => {
    const spaces = groupedBy(some, ({ object }) => identityOf(object).namespace);
    const meet = new Set(some.map(({ destination }) => folderOf(destination))).size < some.length;
    return meet ? [...spaces.values()] : [some];
  });
  const named = groups.map((some) => ({ title: titleOfAll(some), some }));
  const titles = groupedBy(named, ({ title }) => title);
  return named.map(({ title, some }) =>
    titles.get(title)?.length === 1 ? { title, some } : { title: `${title} (${apiGroupOf(some)})`, some },
  );
}

/** What names an object beside its namespace. */
function nameOf(object: EnvironmentObject['object']): string {
  const { apiVersion = '', kind, name } = identityOf(object);
  return keyOf(groupOf(apiVersion), kind, name);
}

function titleOfAll(some: readonly EnvironmentObject[]): string {
  const titles = new Set(some.map(({ object }) => titleOf(object)));
  const [first = ''] = titles;
  if (titles.size === 1) return first;
  const [{ kind = '', name = '' } = {}] = some.map(({ object }) => identityOf(object));
  return `${kind} ${name}`;
}

function apiGroupOf([first]: readonly EnvironmentObject[]): string {
  return first === undefined ? '' : groupOf(identityOf(first.object).apiVersion ?? '');
}

/** The fields of one object in one place. */
interface Fields {
  readonly environment: string;
  readonly fields: ReadonlyMap<string, unknown>;
}

function differencesOf(
  object: string,
  found: readonly Fields[],
  places: ReadonlyMap<string, number>,
): EnvironmentDifference[] {
  const whole = tally(found, places, () => true);
  const here = new Map([...places].filter(([name]) => found.some(({ environment }) => environment === name)));
  const present = new Map([...here].map(([name]) => [name, found.filter((one) => one.environment === name).length]));
  const paths = new Set(found.flatMap(({ fields }) => [...fields.keys()]));
  const rows = [...paths].map((path) => ({
    object,
    path,
    values: tally(found, present, ({ fields }) => fields.get(path)),
  }));
  return [{ object, path: '', values: whole }, ...rows].filter(({ values }) => isDifferent(values));
}

/** How often each value is there; places without the object have none. */
function tally(
  found: readonly Fields[],
  places: ReadonlyMap<string, number>,
  valueOf: (one: Fields) => unknown,
): EnvironmentDifference['values'] {
  const counts = new Map(
    [...places.keys()].map((name) => [name, new Map<string, { value: unknown; count: number }>()]),
  );
  const count = (environment: string, value: unknown, times: number) => {
    const values = counts.get(environment);
    const key = value === undefined ? '' : JSON.stringify(value);
    const known = values?.get(key);
    if (known === undefined) values?.set(key, { value, count: times });
    else known.count += times;
  };
  for (const one of found) count(one.environment, valueOf(one), 1);
  for (const [environment, all] of places) {
    const missing = all - found.filter((one) => one.environment === environment).length;
    if (missing > 0) count(environment, undefined, missing);
  }
  return Object.fromEntries(
    [...counts].map(([environment, values]) => [environment, [...values.values()].sort((a, b) => b.count - a.count)]),
  );
}

function isDifferent(values: EnvironmentDifference['values']): boolean {
  const all = Object.values(values).flatMap((some) => some.map(({ value }) => JSON.stringify(value)));
  return new Set(all).size > 1;
}

/** Every scalar of an object by its path. What holds nothing counts as a scalar. */
function fieldsOf(object: EnvironmentObject['object']): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  const visit = (value: unknown, path: string): void => {
    const entries = entriesOf(value, path);
    if (Array.isArray(value) && path.endsWith('.initContainers')) fields.set(path, namesOf(value)?.join(', '));
    if (entries.length === 0) fields.set(path, value);
    for (const [place, entry] of entries) if (!IS_ENVIRONMENT.test(place)) visit(entry, place);
  };
  visit(object, '');
  return fields;
}

const IS_ENVIRONMENT = new RegExp(`(^|\\.)metadata\\.labels\\.${ENVIRONMENT_LABEL}$`);

function entriesOf(value: unknown, path: string): (readonly [place: string, entry: unknown])[] {
  if (Array.isArray(value)) {
    const names = namesOf(value);
    return value.map((entry: unknown, position) => [`${path}[${names?.[position] ?? position}]`, entry] as const);
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([key, entry]) => {
    const step = /^[\w-]+$/.test(key) ? `${path === '' ? '' : '.'}${key}` : `[${key}]`;
    return [`${path}${step}`, entry] as const;
  });
}

/** The names of a list of named things: each entry has one, and no two have the same. */
function namesOf(list: readonly unknown[]): readonly string[] | undefined {
  for (const key of ['name', 'mountPath']) {
    const names = list.map((entry) => (isRecord(entry) ? entry[key] : undefined));
    if (names.every((name) => typeof name === 'string') && new Set(names).size === names.length) return names;
  }
  return undefined;
}

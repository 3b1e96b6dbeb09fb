import { groupedBy, keyOf } from '../../lib/kube/groups';
import { isMap } from '../../lib/kube/schema/walk';
import type { Entity } from '../entity';

/** An object in two versions: at least one of them is there. */
export interface EntityPair {
  readonly before?: Entity;
  readonly after?: Entity;
}

/**
 * Finds the objects of two sets that are versions of one another: those with one identity, and among the others of one
 * kind those that are nearly the same under another name. Where an identity is written several times, its file tells
 * which is which. Objects come in the order of the later set, what is gone last.
 */
export function matchEntities(before: readonly Entity[], after: readonly Entity[]): readonly EntityPair[] {
  const repeated = new Set([...repeatedIn(before), ...repeatedIn(after)]);
  const olds = byKey(before, repeated);
  const news = byKey(after, repeated);
  const gone = [...olds].flatMap(([key, entity]) => (news.has(key) ? [] : [entity]));
  const came = [...news].flatMap(([key, entity]) => (olds.has(key) ? [] : [entity]));
  const renamed = renames(gone, came);
  const renamedFrom = new Set(renamed.values());
  const pairs = [...news].map(([key, entity]): EntityPair => {
    const old = olds.get(key) ?? renamed.get(entity);
    return old === undefined ? { after: entity } : { before: old, after: entity };
  });
  return [...pairs, ...gone.filter((entity) => !renamedFrom.has(entity)).map((entity) => ({ before: entity }))];
}

/** The names that more than one object has. */
function repeatedIn(entities: readonly Entity[]): readonly string[] {
  return [...groupedBy(entities, nameOf)].flatMap(([name, { length }]) => (length > 1 ? [name] : []));
}

/** Each object by its name; one of several with that name by its file, too, and by its turn in that. */
function byKey(entities: readonly Entity[], repeated: ReadonlySet<string>): ReadonlyMap<string, Entity> {
  const turns = new Map<string, number>();
  return new Map(
    entities.map((entity): [string, Entity] => {
      const name = nameOf(entity);
      if (!repeated.has(name)) return [name, entity];
      const place = keyOf(name, entity.source.file);
      const turn = turns.get(place) ?? 0;
      turns.set(place, turn + 1);
      return [keyOf(place, turn), entity];
    }),
  );
}

/** The API group counts, its version does not: an object that moves from `v1beta1` to `v1` stays the same one. */
function nameOf({ identity: { apiVersion, kind, namespace = '', name } }: Entity): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return keyOf(group, kind, namespace, name);
}

/** How much of two objects has to be equal before one counts as the other under a new name. */
const ALIKE = 0.6;

/** For each new object, the one that it was: the most alike of its kind, each taken once. */
function renames(gone: readonly Entity[], came: readonly Entity[]): ReadonlyMap<Entity, Entity> {
  const left = groupedBy(gone, ({ identity }) => identity.kind);
  const found = new Map<Entity, Entity>();
  for (const entity of came) {
    const candidates = left.get(entity.identity.kind) ?? [];
    const leaves = leavesOf(entity);
    const rated = candidates.map((old) => ({ old, alike: alikeness(leavesOf(old), leaves) }));
    const [best] = rated.filter(({ alike }) => alike >= ALIKE).sort((one, other) => other.alike - one.alike);
    if (best === undefined) continue;
    found.set(entity, best.old);
    left.set(
      entity.identity.kind,
      candidates.filter((old) => old !== best.old),
    );
  }
  return found;
}

/** What two objects have in common, as a part of all that they have. */
function alikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((leaf) => other.has(leaf)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}

/** Every scalar of an object with its field, without its name and labels, which a rename changes. */
function leavesOf({ object }: Entity): ReadonlySet<string> {
  const leaves = new Set<string>();
  const collect = (value: unknown, path: string) => {
    if (Array.isArray(value)) for (const entry of value) collect(entry, `${path}[]`);
    else if (isMap(value)) for (const [key, entry] of Object.entries(value)) collect(entry, `${path}.${key}`);
    else leaves.add(`${path}=${String(value)}`);
  };
  if (!isMap(object)) return leaves;
  for (const [key, value] of Object.entries(object)) {
    if (key !== 'metadata' && key !== 'apiVersion' && key !== 'kind') collect(value, key);
  }
  return leaves;
}

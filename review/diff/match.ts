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
 * kind those that are nearly the same under another name. Objects come in the order of the later set, what is gone last.
 */
export function matchEntities(before: readonly Entity[], after: readonly Entity[]): readonly EntityPair[] {
  const known = new Map<string, Entity>();
  for (const entity of before) if (!known.has(nameOf(entity))) known.set(nameOf(entity), entity);
  const kept = new Set(after.map(nameOf));
  const gone = [...known.values()].filter((entity) => !kept.has(nameOf(entity)));
  const came = after.filter((entity) => !known.has(nameOf(entity)));
  const renamed = renames(gone, came);
  const renamedFrom = new Set(renamed.values());
  const seen = new Set<string>();
  const pairs = after.flatMap((entity): EntityPair[] => {
    if (seen.has(nameOf(entity))) return [];
    seen.add(nameOf(entity));
    const old = known.get(nameOf(entity)) ?? renamed.get(entity);
    return [old === undefined ? { after: entity } : { before: old, after: entity }];
  });
  return [...pairs, ...gone.filter((entity) => !renamedFrom.has(entity)).map((entity) => ({ before: entity }))];
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

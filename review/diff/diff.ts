import { withDefaults } from '../../lib/kube/defaults/defaults';
import { isAtOrBelow } from '../../lib/kube/field-path';
import { groupedBy } from '../../lib/kube/groups';
import { tryReadableObject } from '../../lib/kube/readable';
import { canonical } from '../../lib/kube/schema/canonical';
import type { KubernetesVersion } from '../../lib/kube/version';
import type { Entity, Identity } from '../entity';
import { Landscape } from '../landscape';
import type { Source } from '../source';
import type { Workload } from '../workload';
import type { Change } from './change';
import type { Consequence } from './consequence';
import { OF_OBJECTS, OF_WORKLOADS } from './consequences';
import { fieldChanges, type FieldChange } from './field-changes';
import { matchEntities, type EntityPair } from './match';

/** How two sets of objects are compared. */
export interface DiffOptions {
  /** The Kubernetes version that runs them. @default 1.35 */
  readonly target?: KubernetesVersion;
}

/** A field that differs, and whether that means anything. */
export interface WrittenChange extends FieldChange {
  /** True where both versions mean the same: the default written out, `1000m` instead of `1`. */
  readonly meansTheSame?: true;
}

/** An object that differs. */
export interface ObjectDiff {
  readonly change: 'added' | 'removed' | 'changed' | 'renamed';
  /** The object afterwards; the one before where it is gone. */
  readonly object: Identity;
  /** The object before, where it went by another name. */
  readonly was?: Identity;
  readonly file?: string;
  readonly line?: number;
  /** What the change will do, dangers first. */
  readonly consequences: readonly Consequence[];
  /** Every field that is written otherwise; of an object that came or went, the object as a whole. */
  readonly fields: readonly WrittenChange[];
}

/** The difference between two sets of objects. */
export interface Diff {
  /** In the order of the later set, those that are gone last. */
  readonly objects: readonly ObjectDiff[];
  /** How many objects are the same in both. */
  readonly same: number;
}

/**
 * What the change from one set of objects to another will do: objects are matched by what names them, each destination for
 * itself, and told to be renamed where they are nearly the same under another name. No object makes it throw, and no
 * changed field is left out.
 */
export function diff(before: readonly Source[], after: readonly Source[], options: DiffOptions = {}): Diff {
  const olds = groupedBy(before, ({ destination }) => destination);
  const news = groupedBy(after, ({ destination }) => destination);
  const destinations = new Set([...news.keys(), ...olds.keys()]);
  const parts = [...destinations].map((each) => diffOfOne(olds.get(each) ?? [], news.get(each) ?? [], options));
  return {
    objects: parts.flatMap(({ objects }) => objects),
    same: parts.reduce((sum, { same }) => sum + same, 0),
  };
}

/** The difference of what meets in one cluster. */
function diffOfOne(before: readonly Source[], after: readonly Source[], { target }: DiffOptions): Diff {
  const landscapes = { before: new Landscape(before, target), after: new Landscape(after, target) };
  const workloads = new Map(
    [landscapes.before, landscapes.after].flatMap((each) =>
      each.workloads.map((workload) => [workload.entity, workload]),
    ),
  );
  const pairs = matchEntities(landscapes.before.entities, landscapes.after.entities);
  const objects = pairs.flatMap((pair) => objectDiff(pair, landscapes, workloads) ?? []);
  return { objects, same: pairs.length - objects.length };
}

function objectDiff(
  pair: EntityPair,
  landscapes: Change['landscapes'],
  workloads: ReadonlyMap<Entity, Workload>,
): ObjectDiff | undefined {
  const { before, after } = pair;
  const entity = after ?? before;
  if (entity === undefined) return undefined;
  const written = fieldChanges(before?.object, after?.object);
  const fields = written.length === 0 ? [] : heldChanges(pair, landscapes.after.target);
  const consequences = [...consequencesOf({ ...pair, fields, landscapes }, workloads)];
  if (written.length === 0 && consequences.length === 0) return undefined;
  const line = entity.lineOf('');
  return {
    change: kindOf(pair),
    object: entity.identity,
    ...(kindOf(pair) === 'renamed' && before !== undefined && { was: before.identity }),
    ...(entity.source.file !== undefined && { file: entity.source.file }),
    ...(line !== undefined && { line }),
    consequences: consequences.sort(
      (one, other) => Number(other.weight === 'danger') - Number(one.weight === 'danger'),
    ),
    fields: written.length === 0 ? [] : withMeaning(written, fields, pair, landscapes.after.target),
  };
}

function* consequencesOf(change: Change, workloads: ReadonlyMap<Entity, Workload>): Generator<Consequence> {
  for (const consequences of OF_OBJECTS) yield* consequences(change);
  const { before, after } = change;
  const was = before && workloads.get(before);
  const is = after && workloads.get(after);
  if (before === undefined || after === undefined || was === undefined || is === undefined || was.kind !== is.kind)
    return;
  for (const consequences of OF_WORKLOADS) yield* consequences({ ...change, before, after, was, is });
}

/** The fields that differ in what the API server holds: with its defaults, and amounts in one form. */
function heldChanges({ before, after }: EntityPair, target: KubernetesVersion): readonly FieldChange[] {
  const held = (entity: Entity | undefined) => {
    const readable = entity && tryReadableObject(entity.object, target);
    return canonical(readable === undefined ? entity?.object : withDefaults(readable, { target }));
  };
  return fieldChanges(held(before), held(after));
}

/** Marks the changes that can be read and do not show in what the API server holds. */
function withMeaning(
  written: readonly FieldChange[],
  held: readonly FieldChange[],
  { before, after }: EntityPair,
  target: KubernetesVersion,
): readonly WrittenChange[] {
  const readable = (entity: Entity | undefined) => entity && tryReadableObject(entity.object, target);
  const read = new Set(fieldChanges(readable(before), readable(after)).map(({ path }) => path));
  return written.map((change) =>
    read.has(change.path) && !held.some(({ path }) => isNear(path, change.path))
      ? { ...change, meansTheSame: true }
      : change,
  );
}

function isNear(one: string, other: string): boolean {
  return isAtOrBelow(one, other) || isAtOrBelow(other, one);
}

function kindOf({ before, after }: EntityPair): ObjectDiff['change'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  const isSame = before.identity.name === after.identity.name && before.identity.namespace === after.identity.namespace;
  return isSame ? 'changed' : 'renamed';
}

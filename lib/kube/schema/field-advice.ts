import type { FieldPath } from '../field-path';
import type { Field, FieldType } from './field';
import { typeNames, typeOf, type TypeSchema } from './schema';

/** An object on the way down to a field: its type and its place. */
export interface Ancestor {
  readonly type: TypeSchema;
  readonly path: FieldPath;
}

/**
 * What was probably meant by a field that its type does not have: another spelling, or another place near by.
 *
 * @param name The field as it was written.
 * @param ancestors The objects around it from the outermost to the one that holds it.
 * @param holder The object that holds it; a source or an action that it has is more likely meant than another.
 */
export function fieldAdvice(
  name: string,
  ancestors: readonly Ancestor[],
  holder: Readonly<Record<string, unknown>> = {},
): string {
  const around = ancestors.at(-1);
  if (around === undefined) return 'no such field';
  const spelling = nearestField(name, around.type);
  if (spelling !== undefined) return `the field is spelt ${JSON.stringify(spelling)}`;
  const place = aboveOf(name, ancestors) ?? belowOf(name, around, holder) ?? besideOf(name, ancestors);
  if (place !== undefined) return `it belongs to ${place}`;
  return `${around.type.name} has no such field`;
}

/** The field whose name differs only in case, or in one or two letters. */
function nearestField(name: string, type: TypeSchema): string | undefined {
  const names = type.fields.map((field) => field.name);
  return closestWord(name, names);
}

/** The word that differs only in case, or in so few letters that a slip of the finger explains it. */
export function closestWord(word: string, words: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const sameLetters = words.find((other) => other.toLowerCase() === lower);
  if (sameLetters !== undefined || word.length < SHORTEST_SLIP || word.length > LONGEST_SLIP) return sameLetters;
  const allowed = word.length < 6 ? 1 : 2;
  let closest: string | undefined;
  let closestDistance = allowed + 1;
  for (const other of words) {
    const distance = editDistance(lower, other.toLowerCase());
    if (distance < closestDistance) [closest, closestDistance] = [other, distance];
  }
  return closest;
}

const SHORTEST_SLIP = 3;
const LONGEST_SLIP = 64;

/** How many letters must be put in, taken out, replaced or swapped with their neighbour. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(numbers: readonly number[], position: number): number {
  return numbers[position] ?? Infinity;
}

/** The nearest object around that has the field. */
function aboveOf(name: string, ancestors: readonly Ancestor[]): string | undefined {
  const owners = ancestors.slice(0, -1).filter(({ type }) => type.field(name) !== undefined);
  return owners.at(-1)?.path.child(name).toString();
}

/** The nearest place below the object that has the field, such as `resources.requests`. */
function belowOf(
  name: string,
  { type, path }: Ancestor,
  holder: Readonly<Record<string, unknown>>,
): string | undefined {
  const present = type.fields.filter((field) => Object.hasOwn(holder, field.name));
  const below = placeBelow(name, placesIn(present)) ?? placeBelow(name, placesIn(type.fields));
  return below === undefined ? undefined : joined(path, below);
}

/** The place of a field that a single type has, below an object further up. */
function besideOf(name: string, ancestors: readonly Ancestor[]): string | undefined {
  if (holdersOf(name) !== 1) return undefined;
  for (const { type, path } of ancestors.slice(0, -1).reverse()) {
    const below = placeBelow(name, placesIn(type.fields));
    if (below !== undefined) return joined(path, below);
  }
  return undefined;
}

/** An object below another: its type, how to get there, and how much of the way must be there in every object. */
interface Place {
  readonly type: TypeSchema;
  readonly steps: string;
  readonly demanded: number;
}

const DEEPEST_LOOK = 3;

/** Looks for a field level by level; where two types of one level have it as likely as each other, none is meant. */
function placeBelow(name: string, nearest: readonly Place[]): string | undefined {
  let level = nearest;
  for (let depth = 1; depth <= DEEPEST_LOOK; depth++) {
    const found = level.filter(({ type }) => type.field(name) !== undefined);
    const [first, ...others] = found.sort((one, other) => other.demanded - one.demanded);
    if (first !== undefined) {
      const rival = others.some(({ type, demanded }) => type !== first.type && demanded === first.demanded);
      return rival ? undefined : first.steps + name;
    }
    level = level.flatMap((place) => placesIn(place.type.fields, place));
  }
  return undefined;
}

function placesIn(fields: readonly Field[], above?: Place): Place[] {
  return fields.flatMap(({ name, type, required }) => {
    const object = objectIn(type);
    if (object === undefined || ASIDE.has(name)) return [];
    const steps = `${above?.steps ?? ''}${name}${type.shape === 'list' ? '[]' : ''}.`;
    return [{ type: typeOf(object), steps, demanded: (above?.demanded ?? 0) + (required ? 1 : 0) }];
  });
}

/** Where nobody means to write anything. */
const ASIDE: ReadonlySet<string> = new Set(['status', 'ephemeralContainers', 'managedFields']);

function objectIn(type: FieldType): string | undefined {
  if (type.shape === 'object') return type.name;
  return type.shape === 'list' ? objectIn(type.of) : undefined;
}

function holdersOf(name: string): number {
  const types = typeNames().filter((type) => !type.includes('Status') && type !== 'EphemeralContainer');
  return types.filter((type) => typeOf(type).field(name) !== undefined).length;
}

function joined(path: FieldPath, steps: string): string {
  const before = path.toString();
  return before === '' ? steps : `${before}.${steps}`;
}

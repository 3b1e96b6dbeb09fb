import type { FieldPath } from '../field-path';
import type { FieldType } from './field';
import { tryTypeOf, typeNames, typeOf, type TypeSchema } from './schema';

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
 */
export function fieldAdvice(name: string, ancestors: readonly Ancestor[]): string {
  const holder = ancestors.at(-1);
  if (holder === undefined) return 'no such field';
  const spelling = nearestField(name, holder.type);
  if (spelling !== undefined) return `the field is spelt ${JSON.stringify(spelling)}`;
  const place = aboveOf(name, ancestors) ?? belowOf(name, holder) ?? besideOf(name, ancestors);
  if (place !== undefined) return `it belongs to ${place}`;
  return `${holder.type.name} has no such field`;
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
  const owner = ancestors
    .slice(0, -1)
    .filter(({ type }) => type.field(name) !== undefined)
    .at(-1);
  return owner === undefined ? undefined : `${owner.path.child(name).toString()}, further up`;
}

/** The nearest place below the object that has the field, such as `resources.requests`. */
function belowOf(name: string, { type, path }: Ancestor): string | undefined {
  const below = placeBelow(name, type);
  return below === undefined ? undefined : `${[path.toString(), below].filter(Boolean).join('.')}, further down`;
}

/** The place of a field that only one or two types have, below an object further up. */
function besideOf(name: string, ancestors: readonly Ancestor[]): string | undefined {
  if (holdersOf(name) > 2) return undefined;
  for (const { type, path } of ancestors.slice(0, -1).reverse()) {
    const below = placeBelow(name, type);
    if (below !== undefined) return [path.toString(), below].filter(Boolean).join('.');
  }
  return undefined;
}

const DEEPEST_LOOK = 3;

/** Looks for a field level by level, what must be there first, and never into a status. */
function placeBelow(name: string, type: TypeSchema): string | undefined {
  let level: { readonly type: TypeSchema; readonly place: string }[] = [{ type, place: '' }];
  for (let depth = 0; depth <= DEEPEST_LOOK; depth++) {
    const found = level.find((candidate) => candidate.type.field(name) !== undefined);
    if (found !== undefined) return `${found.place}${name}`;
    level = level.flatMap((candidate) => childrenOf(candidate.type, candidate.place));
  }
  return undefined;
}

function childrenOf(type: TypeSchema, place: string): { type: TypeSchema; place: string }[] {
  const fields = [...type.fields.filter((field) => field.required), ...type.fields.filter((field) => !field.required)];
  return fields.flatMap((field) => {
    const name = objectIn(field.type);
    if (name === undefined || field.name === 'status') return [];
    return [{ type: typeOf(name), place: `${place}${field.name}${field.type.shape === 'list' ? '[]' : ''}.` }];
  });
}

function objectIn(type: FieldType): string | undefined {
  if (type.shape === 'object') return type.name;
  return type.shape === 'list' ? objectIn(type.of) : undefined;
}

function holdersOf(name: string): number {
  return typeNames().filter((type) => !type.includes('Status') && tryTypeOf(type)?.field(name) !== undefined).length;
}

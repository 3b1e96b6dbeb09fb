import fc from 'fast-check';

/** What nobody expects in a field. */
const JUNK: readonly unknown[] = [
  null,
  5,
  -1,
  0,
  1.5,
  1e300,
  Number.NaN,
  2 ** 31,
  9n,
  '',
  'text',
  '\u001b[31mred\u0007`|<b>\n# x',
  '25%',
  '-3%',
  true,
  [],
  [null],
  [5],
  {},
  { a: null },
  [[]],
];

/** Junk at a place of one of some objects. */
export interface JunkChange {
  readonly position: number;
  readonly path: readonly string[];
  readonly junk: unknown;
}

/** Junk at any place of any of the objects. */
export function junkIn(objects: readonly unknown[]): fc.Arbitrary<JunkChange> {
  return fc.integer({ min: 0, max: objects.length - 1 }).chain((position) =>
    fc.record({
      position: fc.constant(position),
      path: fc.constantFrom(...placesIn(objects[position])),
      junk: fc.constantFrom(...JUNK),
    }),
  );
}

/** The objects with junk in them, one change after the other; a place may have gone with an earlier one. */
export function withJunk(objects: readonly unknown[], changes: readonly JunkChange[]): readonly unknown[] {
  return changes.reduce(
    (given, { junk, path, position }) =>
      given.map((object, at) => (at === position ? placed(object, path, junk) : object)),
    objects,
  );
}

/** Whatever moves a cursor or colours a terminal. */
export const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...path, key]))];
}

function placed(value: unknown, [key, ...rest]: readonly string[], junk: unknown): unknown {
  if (key === undefined) return junk;
  if (typeof value !== 'object' || value === null || !(key in value)) return value;
  if (Array.isArray(value)) {
    return value.map((entry: unknown, at) => (String(at) === key ? placed(entry, rest, junk) : entry));
  }
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: placed(fields[key], rest, junk) };
}

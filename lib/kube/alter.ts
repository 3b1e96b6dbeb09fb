import { setOwn } from './own';

/** An object of plain data. */
export type Fields = Readonly<Record<string, unknown>>;

/** A copy that is being filled in by the one function that made it: spreading field by field costs many times as much. */
export type Unfinished<Type> = { -readonly [Name in keyof Type]: Type[Name] };

/**
 * The object with each value replaced by what `alter` makes of it, and without those of which it makes undefined: the
 * object itself where nothing changes, so that data that passes many hands is copied by none of them.
 */
export function alterFields(fields: Fields, alter: (value: unknown, name: string) => unknown): Fields {
  let copy: Record<string, unknown> | undefined;
  const names = Object.keys(fields);
  for (let position = 0; position < names.length; position++) {
    const name = names[position] ?? '';
    const before = fields[name];
    const after = alter(before, name);
    if (copy === undefined) {
      if (after === before && after !== undefined) continue;
      copy = {};
      for (const passed of names.slice(0, position)) setOwn(copy, passed, fields[passed]);
    }
    if (after !== undefined) setOwn(copy, name, after);
  }
  return copy ?? fields;
}

/** The list with each entry replaced by what `alter` makes of it: the list itself where nothing changes. */
export function alterEntries(
  list: readonly unknown[],
  alter: (entry: unknown, position: number) => unknown,
): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let position = 0; position < list.length; position++) {
    const before = list[position];
    const after = alter(before, position);
    if (copy === undefined && after !== before) copy = list.slice(0, position);
    copy?.push(after);
  }
  return copy ?? list;
}

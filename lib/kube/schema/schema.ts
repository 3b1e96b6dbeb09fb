import { readField, type Field } from './field';
import { FIELDS, KINDS } from './fields.generated';

/** A type of the API: its fields in the order in which a careful person writes them. */
export interface TypeSchema {
  readonly name: string;
  readonly fields: readonly Field[];
  /** Those of its fields that the API demands. */
  readonly required: readonly Field[];
  /** The field of that name; undefined for a name the type does not have, inherited names of JavaScript included. */
  field(name: string): Field | undefined;
  /** Names in the order of the type's fields; those that the type does not have follow as they stood. The same list where it is so. */
  inOrder(names: readonly string[]): readonly string[];
}

/** The type of an object by its apiVersion and kind, as in `trySchemaOf('apps/v1', 'Deployment')`. */
export function trySchemaOf(apiVersion: string, kind: string): TypeSchema | undefined {
  const name = KINDS_BY_NAME.get(`${apiVersion} ${kind}`);
  return name === undefined ? undefined : tryTypeOf(name);
}

/**
 * The type of an object by its apiVersion and kind.
 *
 * @throws RangeError for a kind that is not in the table.
 */
export function schemaOf(apiVersion: string, kind: string): TypeSchema {
  return found(trySchemaOf(apiVersion, kind), `${apiVersion} ${kind}`);
}

/** A type by its name in the API, as in `tryTypeOf('Container')`. */
export function tryTypeOf(name: string): TypeSchema | undefined {
  const known = READ.get(name);
  if (known !== undefined) return known;
  const rows = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (rows === undefined) return undefined;
  const fields = rows.map(readField);
  const byName = new Map(fields.map((field) => [field.name, field]));
  const places = new Map(fields.map((field, place) => [field.name, place]));
  const placeOf = (wanted: string) => places.get(wanted) ?? fields.length;
  const sorted = (names: readonly string[]) => [
    ...fields.flatMap((field) => (names.includes(field.name) ? field.name : [])),
    ...names.filter((wanted) => !byName.has(wanted)),
  ];
  const inOrder = (names: readonly string[]) => (isSorted(names, placeOf) ? names : sorted(names));
  const required = fields.filter((field) => field.required);
  const type: TypeSchema = { name, fields, required, field: (wanted) => byName.get(wanted), inOrder };
  READ.set(name, type);
  return type;
}

/**
 * A type by its name in the API.
 *
 * @throws RangeError for a name that is not in the table.
 */
export function typeOf(name: string): TypeSchema {
  return found(tryTypeOf(name), name);
}

/** The names of every type of the table. */
export function typeNames(): readonly string[] {
  return Object.keys(FIELDS);
}

/** Every kind of object in the table as its apiVersion and kind. */
export function knownKinds(): readonly { readonly apiVersion: string; readonly kind: string }[] {
  return Object.keys(KINDS).map((key) => {
    const [apiVersion = '', kind = ''] = key.split(' ');
    return { apiVersion, kind };
  });
}

const KINDS_BY_NAME: ReadonlyMap<string, string> = new Map(Object.entries(KINDS));

/** Types already built from their rows; a program rarely needs more than a few of them. */
const READ = new Map<string, TypeSchema>();

function isSorted(names: readonly string[], placeOf: (name: string) => number): boolean {
  let last = -1;
  for (const name of names) {
    const place = placeOf(name);
    if (place < last) return false;
    last = place;
  }
  return true;
}

function found(type: TypeSchema | undefined, name: string): TypeSchema {
  if (type === undefined) throw new RangeError(`${name} is not in the field table`);
  return type;
}

/**
 * One field of the generated table: its name, its type and what else is known.
 *
 * The type is a scalar (`string`, `bool`, `int32`, `int64`, `quantity`, `intOrString`, `time`, `enum`, `any`) or the name
 * of another type of the table, followed by `[]` for a list and `{}` for a map.
 */
export type FieldRow = readonly [name: string, type: string, notes?: FieldNotes];

/** What is known of a field beside its name and type. */
export interface FieldNotes {
  /** True where the API demands the field. */
  readonly required?: boolean;
  /** The words that an `enum` allows. */
  readonly values?: readonly string[];
  /** The first version whose API has the field, where that is newer than 1.27. */
  readonly since?: string;
  /** The last version whose API has the field. */
  readonly until?: string;
  /** The stages that the field's feature went through: `alpha 1.28, beta 1.29, stable 1.33`. */
  readonly stage?: string;
  /** The feature gate that decides on the field. */
  readonly gate?: string;
  /** The first version that takes a value, for the values that are newer than their field. */
  readonly valueSince?: Readonly<Record<string, string>>;
  /** The fields that tell the entries of this list apart when two writers merge. */
  readonly listMapKeys?: readonly string[];
  /** True where two writers never merge: the list, map or object is replaced whole. */
  readonly atomic?: boolean;
  /** True where a better field exists or the field does nothing any more. */
  readonly deprecated?: boolean;
}

import { atLeast } from '../version';
import type { FieldRow } from './field-row';

/** A value with no fields of its own, as Kubernetes' decoder sees it; an `enum` is decoded as any string. */
export type Scalar = 'string' | 'bool' | 'int32' | 'int64' | 'quantity' | 'intOrString' | 'time' | 'enum' | 'any';

/** What may stand in a field: one value, an object of a named type, a list or a map of those. */
export type FieldType =
  | { readonly shape: 'scalar'; readonly scalar: Scalar }
  | { readonly shape: 'object'; readonly name: string }
  | { readonly shape: 'list'; readonly of: FieldType }
  | { readonly shape: 'map'; readonly of: FieldType };

/** How far a feature had come in a version, and whether a cluster of that version has it on when nobody says anything. */
export interface Stage {
  readonly stage: 'alpha' | 'beta' | 'stable';
  readonly version: string;
  readonly on: boolean;
}

/** One field of an API type. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** The words that a closed set allows; empty where any text may stand. */
  readonly values: readonly string[];
  /** The first version whose API has the field; undefined for 1.27 and older. */
  readonly since?: string;
  /** The last version whose API has the field; undefined while it stays. */
  readonly until?: string;
  /** The stages of the field's feature, oldest first; empty where none of them is recent. */
  readonly stages: readonly Stage[];
  /** The feature gate that decides on the field. */
  readonly gate?: string;
  /** The first version that takes a value, for the values that are newer than their field. */
  readonly valueSince: ReadonlyMap<string, string>;
  /** The fields that tell the entries of this list apart when two writers merge; empty for other fields. */
  readonly listMapKeys: readonly string[];
  /** True where two writers never merge: the list, map or object is replaced whole. */
  readonly atomic: boolean;
  readonly deprecated: boolean;
}

/** Whether the API of a version has the field at all, on or off. */
export function existsIn(field: Field, version: string): boolean {
  return (
    (field.since === undefined || atLeast(version, field.since)) &&
    (field.until === undefined || atLeast(field.until, version))
  );
}

/** The stage of the field's feature in a version; undefined where none is known or the field is newer. */
export function stageIn(field: Field, version: string): Stage | undefined {
  return field.stages.filter((stage) => atLeast(version, stage.version)).at(-1);
}

/** Whether a cluster of a version keeps the field when nobody touched its feature gates. */
export function enabledIn(field: Field, version: string): boolean {
  return existsIn(field, version) && (field.stages.length === 0 || stageIn(field, version)?.on === true);
}

/** Builds a field from its row in the generated table. */
export function readField([name, type, notes = {}]: FieldRow): Field {
  const { required, values, since, until, stage, gate, valueSince, listMapKeys, atomic, deprecated } = notes;
  return {
    name,
    type: readType(type),
    required: required === true,
    values: values ?? [],
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    stages: stage === undefined ? [] : stage.split(', ').map(readStage),
    ...(gate === undefined ? {} : { gate }),
    valueSince: new Map(Object.entries(valueSince ?? {})),
    listMapKeys: listMapKeys ?? [],
    atomic: atomic === true,
    deprecated: deprecated === true,
  };
}

function readType(text: string): FieldType {
  if (text.endsWith('[]')) return { shape: 'list', of: readType(text.slice(0, -2)) };
  if (text.endsWith('{}')) return { shape: 'map', of: readType(text.slice(0, -2)) };
  return isScalar(text) ? { shape: 'scalar', scalar: text } : { shape: 'object', name: text };
}

const SCALARS: ReadonlySet<string> = new Set<Scalar>([
  'string',
  'bool',
  'int32',
  'int64',
  'quantity',
  'intOrString',
  'time',
  'enum',
  'any',
]);

function isScalar(word: string): word is Scalar {
  return SCALARS.has(word);
}

/** Reads `alpha 1.28`, `beta 1.29` or `beta 1.30 off`: alpha is off and the others on unless the text says otherwise. */
function readStage(text: string): Stage {
  const [word, version = '', switched] = text.split(' ');
  const stage = word === 'alpha' || word === 'beta' ? word : 'stable';
  return { stage, version, on: switched === undefined ? stage !== 'alpha' : switched === 'on' };
}

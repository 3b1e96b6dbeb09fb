import { tryDuration } from '../../lib/kube/cron/duration';
import type { FieldPath } from '../../lib/kube/field-path';
import type { ProblemList } from '../../lib/kube/problem-list';
import { isRecord } from '../../lib/kube/is-record';

/** What may stand in a field of a custom resource. */
export type Shape =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'duration'
  | 'path'
  | 'texts'
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: Shape }
  | { readonly each: Shape }
  | { readonly fields: Readonly<Record<string, Shape>>; readonly required: readonly string[] };

/** Holds a value against its shape as strictly as the API server holds Kubernetes' own kinds: no field is unknown. */
export function checkShape(value: unknown, shape: Shape, path: FieldPath, list: ProblemList): void {
  if (typeof shape === 'string') checkScalar(value, shape, path, list);
  else if ('oneOf' in shape) {
    if (!shape.oneOf.includes(String(value))) list.notSupported('unsupported-value', path, value, shape.oneOf);
  } else if ('listOf' in shape) {
    if (!Array.isArray(value) || value.length === 0)
      list.invalid('wrong-type', path, value, 'must be a list with entries');
    else {
      for (const [position, entry] of (value as readonly unknown[]).entries()) {
        checkShape(entry, shape.listOf, path.index(position), list);
      }
    }
  } else if ('each' in shape) {
    if (!isRecord(value)) list.invalid('wrong-type', path, value, 'must be an object of texts');
    else for (const [key, entry] of Object.entries(value)) checkShape(entry, shape.each, path.key(key), list);
  } else checkFields(value, shape, path, list);
}

function checkFields(
  value: unknown,
  { fields, required }: Extract<Shape, { readonly fields: unknown }>,
  path: FieldPath,
  list: ProblemList,
): void {
  if (!isRecord(value)) {
    list.invalid('wrong-type', path, value, 'must be an object with its fields');
    return;
  }
  for (const name of required) {
    if (value[name] === undefined)
      list.required('required-field', path.child(name), 'must be said, and is not taken for granted');
  }
  for (const [name, entry] of Object.entries(value)) {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const known = Object.keys(fields).join(', ');
    if (shape === undefined) list.forbidden('unknown-field', path.child(name), `the fields here are ${known}`);
    else checkShape(entry, shape, path.child(name), list);
  }
}

function checkScalar(value: unknown, shape: Extract<Shape, string>, path: FieldPath, list: ProblemList): void {
  const detail = SCALARS[shape](value);
  if (detail !== undefined) list.invalid('wrong-type', path, value, detail);
}

/** What Flux takes of what Go can read as a duration: no sign, no bare point, nothing finer than a millisecond. */
const DURATION = /^(\d+(\.\d+)?(ms|s|m|h))+$/;

const SCALARS: Readonly<Record<Extract<Shape, string>, (value: unknown) => string | undefined>> = {
  text: (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : 'must be a text'),
  boolean: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
  integer: (value) => (Number.isInteger(value) ? undefined : 'must be a whole number'),
  duration: (value) =>
    typeof value === 'string' && DURATION.test(value) && (tryDuration(value) ?? 0n) > 0n
      ? undefined
      : 'must be a duration with units, as "10m" is',
  path: (value) =>
    typeof value === 'string' && value !== '' && !value.startsWith('/') && !value.split('/').includes('..')
      ? undefined
      : 'must be a folder of the repository, from its root and without a leading "/"',
  texts: (value) => {
    const isTexts = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    return isTexts ? undefined : 'must be a list of texts';
  },
};

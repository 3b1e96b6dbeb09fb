import type { PodSpec } from './api/pod';
import { bareSpecDefaults } from './defaults/pod';
import { enabledIn, type Field, type FieldType, type Scalar } from './schema/field';
import { scalarFault } from './schema/scalar-fault';
import { typeOf, type TypeSchema } from './schema/schema';
import { isMap } from './schema/walk';
import type { KubernetesVersion } from './version';

/**
 * A Pod's spec as the API server of a version holds it: the fields whose feature is off are gone, the others are filled
 * in. What does not fit the type is left out, and what the API demands and is missing is empty, so that the spec can be
 * computed with whatever was written.
 */
export function heldSpec(spec: unknown, target: KubernetesVersion): PodSpec {
  return bareSpecDefaults(readableSpec(spec, target), target);
}

/** Like `heldSpec`, before the server fills anything in. */
export function readableSpec(spec: unknown, target: KubernetesVersion): PodSpec {
  // Every field of the type was held against the table, and the required ones are there.
  return objectOf(spec, typeOf('PodSpec'), target) as unknown as PodSpec;
}

function objectOf(value: unknown, type: TypeSchema, target: KubernetesVersion): Record<string, unknown> {
  const own = isMap(value) ? value : {};
  const copy: Record<string, unknown> = {};
  for (const field of type.fields) {
    const entry = Object.hasOwn(own, field.name) && enabledIn(field, target) ? own[field.name] : undefined;
    const read = valueOf(entry, field, field.type, target);
    if (read !== undefined) copy[field.name] = read;
    else if (field.required) copy[field.name] = nothingOf(field.type, target);
  }
  return copy;
}

function valueOf(value: unknown, field: Field, type: FieldType, target: KubernetesVersion): unknown {
  if (value === null || value === undefined) return undefined;
  switch (type.shape) {
    case 'scalar':
      return scalarFault(type.scalar, value, field.name) === undefined ? plain(value, type.scalar) : undefined;
    case 'object':
      return isMap(value) ? objectOf(value, typeOf(type.name), target) : undefined;
    case 'list':
      return Array.isArray(value) ? value.map((entry) => entryOf(entry, field, type.of, target)) : undefined;
    case 'map':
      if (!isMap(value)) return undefined;
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [key, entryOf(entry, field, type.of, target)]),
      );
  }
}

/** An entry that does not fit stays as nothing, so that its neighbours keep their places. */
function entryOf(value: unknown, field: Field, type: FieldType, target: KubernetesVersion): unknown {
  return valueOf(value, field, type, target) ?? nothingOf(type, target);
}

function nothingOf(type: FieldType, target: KubernetesVersion): unknown {
  if (type.shape === 'object') return objectOf({}, typeOf(type.name), target);
  if (type.shape === 'scalar') return NOTHING[type.scalar];
  return type.shape === 'list' ? [] : {};
}

const NOTHING: Readonly<Record<Scalar, unknown>> = {
  string: '',
  bool: false,
  int32: 0,
  int64: 0,
  quantity: '0',
  intOrString: 0,
  time: '',
  enum: '',
  any: null,
};

/** A reader of YAML may give whole numbers as bigint. */
function plain(value: unknown, scalar: Scalar): unknown {
  if (typeof value !== 'bigint') return value;
  return scalar === 'quantity' ? value.toString() : Number(value);
}

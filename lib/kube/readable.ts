import { alterEntries, alterFields, type Fields } from './alter';
import type { PodSpec } from './api/pod';
import { enabledIn, type Field, type FieldType } from './schema/field';
import { heldScalar, scalarNothing } from './schema/held-scalar';
import { scalarFault } from './schema/scalar-fault';
import { trySchemaOf, typeOf, type TypeSchema } from './schema/schema';
import { soundVersionOf } from './schema/sound';
import { isMap } from './schema/walk';
import type { KubernetesVersion } from './version';

/**
 * A Pod's spec as far as it can be read, so that it can be computed with whatever was written: what does not fit the type
 * is left out, fields whose feature is off in the version are gone, and what the API demands and is missing is empty.
 * What can be read as it stands is not copied.
 */
export function readablePodSpec(spec: unknown, version: KubernetesVersion): PodSpec {
  // Every field of the type was held against the table, and the required ones are there.
  if (soundVersionOf(spec) === version) return spec as PodSpec;
  return objectOf(spec, typeOf('PodSpec'), version) as unknown as PodSpec;
}

/**
 * An object of one of Kubernetes' own kinds as far as it can be read, in the same way; undefined where nothing is known of
 * its kind.
 */
export function tryReadableObject(object: unknown, version: KubernetesVersion): object | undefined {
  if (soundVersionOf(object) === version) return object as object;
  const { apiVersion, kind } = isMap(object) ? object : {};
  const schema = typeof apiVersion === 'string' && typeof kind === 'string' ? trySchemaOf(apiVersion, kind) : undefined;
  return schema === undefined ? undefined : objectOf(object, schema, version);
}

function objectOf(value: unknown, type: TypeSchema, version: KubernetesVersion): Fields {
  const own = isMap(value) ? value : {};
  const readable = alterFields(own, (entry, name) => {
    const field = entry === null ? undefined : type.field(name);
    return field !== undefined && enabledIn(field, version) ? valueOf(entry, field, field.type, version) : undefined;
  });
  const missing = type.required.filter(({ name }) => !Object.hasOwn(readable, name));
  if (missing.length === 0) return readable;
  return { ...readable, ...Object.fromEntries(missing.map((field) => [field.name, nothingOf(field.type, version)])) };
}

function valueOf(value: unknown, field: Field, type: FieldType, version: KubernetesVersion): unknown {
  if (value === null || value === undefined) return undefined;
  switch (type.shape) {
    case 'scalar':
      return scalarFault(type.scalar, value, field.name) === undefined ? heldScalar(value, type.scalar) : undefined;
    case 'object':
      return isMap(value) ? objectOf(value, typeOf(type.name), version) : undefined;
    case 'list':
      return Array.isArray(value) ? listOf(value, field, type.of, version) : undefined;
    case 'map':
      return isMap(value) ? mapOf(value, field, type.of, version) : undefined;
  }
}

function listOf(
  value: readonly unknown[],
  field: Field,
  type: FieldType,
  version: KubernetesVersion,
): readonly unknown[] {
  return alterEntries(value, (entry) => entryOf(entry, field, type, version));
}

function mapOf(value: Fields, field: Field, type: FieldType, version: KubernetesVersion): Fields {
  return alterFields(value, (entry) =>
    entry === null ? nothingOf(type, version) : valueOf(entry, field, type, version),
  );
}

/** An entry that does not fit stays as nothing, so that its neighbours keep their places. */
function entryOf(value: unknown, field: Field, type: FieldType, version: KubernetesVersion): unknown {
  return valueOf(value, field, type, version) ?? nothingOf(type, version);
}

function nothingOf(type: FieldType, version: KubernetesVersion): unknown {
  if (type.shape === 'object') return objectOf({}, typeOf(type.name), version);
  if (type.shape === 'scalar') return scalarNothing(type.scalar);
  return type.shape === 'list' ? [] : {};
}

import type { FieldType, Scalar } from '../schema/field';
import { typeOf, type TypeSchema } from '../schema/schema';
import { isMap } from '../schema/walk';
import { setOwn } from '../own';

/**
 * An object as the API server holds it after decoding: fields that are null are gone, and a null inside a list or a map
 * is the type's nothing. Values that the type does not describe are left as they are, and shared with the original.
 */
export function decoded(value: unknown, type: TypeSchema): unknown {
  if (!isMap(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (entry === null || entry === undefined) continue;
    const field = type.field(name);
    setOwn(copy, name, field === undefined ? entry : decodedField(entry, field.type));
  }
  return copy;
}

function decodedField(value: unknown, type: FieldType): unknown {
  switch (type.shape) {
    case 'scalar':
      return value;
    case 'object':
      return decoded(value, typeOf(type.name));
    case 'list':
      return Array.isArray(value) ? value.map((entry) => decodedEntry(entry, type.of)) : value;
    case 'map': {
      if (!isMap(value)) return value;
      const copy: Record<string, unknown> = {};
      for (const [key, entry] of Object.entries(value)) setOwn(copy, key, decodedEntry(entry, type.of));
      return copy;
    }
  }
}

function decodedEntry(value: unknown, type: FieldType): unknown {
  return value === null || value === undefined ? nothingOf(type) : decodedField(value, type);
}

function nothingOf(type: FieldType): unknown {
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

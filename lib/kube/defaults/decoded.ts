import type { FieldType } from '../schema/field';
import { heldScalar, scalarNothing } from '../schema/held-scalar';
import { typeOf, type TypeSchema } from '../schema/schema';
import { isMap } from '../schema/walk';
import { alterEntries, alterFields } from '../alter';

/**
 * An object as the API server holds it after decoding: fields that are null are gone, a null inside a list or a map
 * is the type's nothing, and every number is a number. Where nothing changes, it is the original itself.
 */
export function decoded(value: unknown, type: TypeSchema): unknown {
  if (!isMap(value)) return value;
  return alterFields(value, (entry, name) => {
    if (entry === null) return undefined;
    const field = type.field(name);
    return field === undefined ? entry : decodedField(entry, field.type);
  });
}

function decodedField(value: unknown, type: FieldType): unknown {
  switch (type.shape) {
    case 'scalar':
      return heldScalar(value, type.scalar);
    case 'object':
      return decoded(value, typeOf(type.name));
    case 'list':
    case 'map':
      return decodedEntries(value, type.of);
  }
}

function decodedEntries(value: unknown, type: FieldType): unknown {
  const decode = (entry: unknown) => decodedEntry(entry, type);
  if (Array.isArray(value)) return alterEntries(value, decode);
  return isMap(value) ? alterFields(value, decode) : value;
}

function decodedEntry(value: unknown, type: FieldType): unknown {
  return value === null || value === undefined ? nothingOf(type) : decodedField(value, type);
}

function nothingOf(type: FieldType): unknown {
  if (type.shape === 'scalar') return scalarNothing(type.scalar);
  return type.shape === 'list' ? [] : {};
}

/**
 * A copy of an object without the fields that are null: a YAML field without a value (`securityContext:`) means for the
 * API server that the field is not there. Entries of lists stay.
 */
export function withoutNulls<Value>(value: Value): Value {
  // The type does not know of nulls, so that what comes out is what it says.
  return stripped(value) as Value;
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, stripped(field)]));
}

/**
 * The given text, where a caller in plain JavaScript may have passed anything.
 *
 * @throws TypeError where it is no text, or an empty one.
 */
export function textArgument(what: string, value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`${what} must be a string, and got ${kindOf(value)}`);
  if (value.trim() === '') throw new TypeError(`${what} must not be empty`);
  return value;
}

/**
 * The given object of fields, where a caller in plain JavaScript may have passed anything.
 *
 * @throws TypeError where it is no object, or a list.
 */
export function fieldsArgument<T extends object>(what: string, value: T): T {
  const given: unknown = value;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return value;
  throw new TypeError(`${what} needs an object with its fields, and got ${kindOf(given)}`);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}

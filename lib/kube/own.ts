/** Sets a field of an object under construction; a key named `__proto__` stays a key like any other. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  // Defining a property is many times slower than assigning one, and no other name needs it.
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

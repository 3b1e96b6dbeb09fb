/** Plain data that nobody can change any more, through and through. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const entry of Object.values(value)) deepFrozen(entry);
  return Object.freeze(value);
}

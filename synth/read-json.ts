/** The value of a JSON text; undefined where it is not JSON, names a key twice, or is nested deeper than `deepest`. */
export function tryReadJson(text: string, deepest: number): { readonly value: unknown } | undefined {
  const value = tryParse(text);
  const count = value === undefined ? undefined : tryCountKeys(value, deepest);
  return count === undefined || count !== writtenKeys(text) ? undefined : { value };
}

function tryParse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** How many keys a value has, those of the values in it included. */
function tryCountKeys(value: unknown, deepest: number): number | undefined {
  let count = 0;
  const open: [value: unknown, depth: number][] = [[value, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [container, depth] = next;
    if (typeof container !== 'object' || container === null) continue;
    if (depth > deepest) return undefined;
    const entries: readonly unknown[] = Object.values(container);
    if (!Array.isArray(container)) count += entries.length;
    for (const entry of entries) open.push([entry, depth + 1]);
  }
  return count;
}

/** How many keys a JSON text writes down: a key that is named twice counts twice. */
function writtenKeys(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(STRING)) if (colon !== undefined) count += 1;
  return count;
}

const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"(\s*:)?/g;

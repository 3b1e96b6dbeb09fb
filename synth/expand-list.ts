/** Something read from a file, with its line; for a list, the lines of its entries where they are known. */
export interface ReadValue {
  readonly value: unknown;
  readonly line: number;
  readonly itemLines?: readonly number[];
}

/** An object of a file, with the field of the document that it is: empty for the document itself, else `items[2]`. */
export interface ReadObject {
  readonly value: unknown;
  readonly line: number;
  readonly field: string;
}

/**
 * The objects that a value stands for: the entries of a `List`, else the value itself. As for kubectl, an entry of a
 * `PodList` that does not say what it is is a Pod.
 */
export function* expandList(read: ReadValue, field = ''): Generator<ReadObject> {
  const { value, line, itemLines } = read;
  if (!isList(value)) {
    yield { value, line, field };
    return;
  }
  for (const [position, item] of value.items.entries()) {
    const entry = `${field === '' ? '' : `${field}.`}items[${position}]`;
    yield* expandList({ value: named(item, value), line: itemLines?.[position] ?? line }, entry);
  }
}

interface List {
  readonly kind: string;
  readonly apiVersion?: unknown;
  readonly items: readonly unknown[];
}

function isList(value: unknown): value is List {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('items' in value)) return false;
  return typeof value.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items);
}

function named(item: unknown, list: List): unknown {
  const kind = list.kind.slice(0, -'List'.length);
  if (kind === '' || typeof item !== 'object' || item === null || 'kind' in item || 'apiVersion' in item) return item;
  return { apiVersion: list.apiVersion, kind, ...item };
}

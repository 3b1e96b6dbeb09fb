import { alterEntries, alterFields } from '../alter';
import { setOwn } from '../own';
import { tryQuantity } from '../quantity';
import { remembered } from '../remembered';
import type { FieldType } from './field';
import { trySchemaOf, typeOf, type TypeSchema } from './schema';
import { isMap } from './walk';

/**
 * An object in the one form that is printed: its fields in the order in which a careful person writes them, all the way
 * down, and its quantities in Kubernetes' canonical form (`1000m` becomes `1`). What stands so already is not copied.
 *
 * Fields that the table does not know follow in the order in which they stood. An object of an unknown kind gets its
 * apiVersion, kind, metadata and spec in front and is left as it is otherwise. The entries of maps (labels, limits) and
 * of lists keep their order. Nothing is lost, and a value that is no object comes back as it is.
 */
export function canonical<T>(object: T): T;
export function canonical(object: unknown): unknown {
  return orderObject(object, []);
}

/** How deep a `List` may stand in a `List`; below that, and where one holds itself, things keep their order. */
const DEEPEST_LIST = 4;

function orderObject(object: unknown, lists: readonly unknown[]): unknown {
  if (!isMap(object)) return object;
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return orderUnknown(object);
  const type = trySchemaOf(apiVersion, kind);
  if (type !== undefined) return orderByType(object, type);
  const { items } = object;
  if (!kind.endsWith('List') || !Array.isArray(items)) return orderUnknown(object);
  if (lists.length >= DEEPEST_LIST || lists.includes(object)) return object;
  const entry = trySchemaOf(apiVersion, kind.slice(0, -'List'.length));
  const order = (item: unknown) =>
    entry === undefined ? orderObject(item, [...lists, object]) : orderByType(item, entry);
  return orderByType({ ...object, items: items.map(order) }, typeOf('List'));
}

function orderUnknown(object: Readonly<Record<string, unknown>>): unknown {
  const front: [string, unknown][] = [];
  for (const name of ['apiVersion', 'kind', 'metadata', 'spec']) {
    if (Object.hasOwn(object, name))
      front.push([name, name === 'metadata' ? orderMetadata(object[name]) : object[name]]);
  }
  const names = new Set(front.map(([name]) => name));
  return Object.fromEntries([...front, ...Object.entries(object).filter(([name]) => !names.has(name))]);
}

function orderMetadata(metadata: unknown): unknown {
  return orderByType(metadata, typeOf('ObjectMeta'));
}

function orderByType(value: unknown, type: TypeSchema): unknown {
  if (!isMap(value)) return value;
  const order = (entry: unknown, name: string) => {
    const field = type.field(name);
    return field === undefined ? entry : orderValue(entry, field.type);
  };
  const names = Object.keys(value);
  const inOrder = type.inOrder(names);
  if (inOrder === names) return alterFields(value, order);
  const copy: Record<string, unknown> = {};
  for (const name of inOrder) setOwn(copy, name, order(value[name], name));
  return copy;
}

function orderValue(value: unknown, type: FieldType): unknown {
  switch (type.shape) {
    case 'scalar':
      return type.scalar === 'quantity' ? canonicalQuantity(value) : value;
    case 'object':
      return orderByType(value, typeOf(type.name));
    case 'list':
    case 'map':
      return orderEntries(value, type.of);
  }
}

function orderEntries(value: unknown, type: FieldType): unknown {
  const order = (entry: unknown) => orderValue(entry, type);
  if (Array.isArray(value)) return alterEntries(value, order);
  return isMap(value) ? alterFields(value, order) : value;
}

/** A quantity as Kubernetes prints it; what is none comes back as it is. */
export function canonicalQuantity(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  return printed(String(value)) ?? value;
}

const printed = remembered((text) => tryQuantity(text)?.toString());

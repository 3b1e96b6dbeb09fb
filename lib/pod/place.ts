import { FieldPath } from '../kube/field-path';
import { remembered } from '../kube/remembered';
import { isRecord } from '../kube/is-record';

/**
 * Finds a field that a user names, lists of named things by name (`spec.containers[api].image`) or by position.
 *
 * @returns Its place in the API server's spelling, or undefined where the object has no such field.
 */
export function tryPlace(object: unknown, path: string): FieldPath | undefined {
  let place = FieldPath.root;
  let value = object;
  for (const { name, isKey } of stepsOf(path)) {
    if (Array.isArray(value)) {
      const position = positionOf(value, name);
      if (position < 0) return undefined;
      place = place.index(position);
      value = (value as readonly unknown[])[position];
    } else if (isRecord(value) && Object.hasOwn(value, name)) {
      place = isKey ? place.key(name) : place.child(name);
      value = value[name];
    } else return undefined;
  }
  return place === FieldPath.root ? undefined : place;
}

// Owners look the same few fields up in every workload.
const stepsOf = remembered((path): readonly { readonly name: string; readonly isKey: boolean }[] =>
  [...path.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)].map(([, field, bracketed]) => ({
    name: field ?? bracketed ?? '',
    isKey: bracketed !== undefined,
  })),
);

/** A name goes before a position, since containers may be named `0` and `1`. */
function positionOf(list: readonly unknown[], name: string): number {
  const named = list.findIndex((entry) => isRecord(entry) && (entry['name'] === name || entry['mountPath'] === name));
  return named >= 0 ? named : list.findIndex((_, position) => String(position) === name);
}

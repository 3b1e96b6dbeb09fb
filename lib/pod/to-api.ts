import { withFields } from '../kube/alter';
import { FieldPath } from '../kube/field-path';
import { setOwn } from '../kube/own';
import type { ProblemList } from '../kube/problem-list';
import { isRecord } from '../kube/is-record';
import { Because } from './reason';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Turns a container as the sugar writes it into the API's shape: records become lists of named things, and what is not
 * the API's is left out.
 *
 * What is not a record stays as it is, so that strict decoding can say what is wrong with it.
 */
export function toApiContainer(name: string, options: Fields, list: ProblemList): Fields {
  const container: Record<string, unknown> = { name };
  for (const field of Object.keys(options)) {
    if (OWN.has(field)) continue;
    const toEntry = NAMED.get(field);
    const value = toEntry === undefined ? options[field] : toList(field, options[field], toEntry, list);
    if (value !== undefined) setOwn(container, field, value);
  }
  return container;
}

type ToEntry = (key: string, value: unknown) => Fields;

/** The entries of a record as a list of named things; undefined where there are none. */
function toList(field: string, value: unknown, toEntry: ToEntry, list: ProblemList): unknown {
  if (!isRecord(value)) return value;
  const entries: Fields[] = [];
  for (const [position, key] of Object.keys(value).entries()) {
    const entry = value[key];
    if (entry !== undefined) entries.push(toEntry(key, entry));
    else {
      const path = FieldPath.of(field).index(position);
      list.invalid('undefined-value', path, key, 'is undefined: leave the key out, or give it a value');
    }
  }
  return entries.length === 0 ? undefined : entries;
}

function toApiPort(name: string, port: unknown): Fields {
  return isRecord(port) ? { name, ...port } : { name, containerPort: port };
}

/** The API's form of a variable whose name is the key; its reason stands at the source or the value. */
function toApiVariable(name: string, value: unknown): Fields {
  if (isRecord(value)) return { name, ...value };
  if (!(value instanceof Because) || !isRecord(value.value)) return { name, value };
  const { because } = value.why;
  const fields = Object.entries(value.value).map(([field, source]): [string, unknown] => [
    field,
    new Because(source, because),
  ]);
  return { name, ...Object.fromEntries(fields) };
}

/** The API's form of a mount whose path is the key. */
export function toApiMount(mountPath: string, mount: unknown): Fields {
  return isRecord(mount) ? withFields(mount, { mountPath }) : { name: mount, mountPath };
}

/** What a container takes beside the API's fields. */
const OWN: ReadonlySet<string> = new Set(['because', 'helper', 'legacy', 'scratch', 'terminationSeconds']);

/** The fields that the sugar writes as records. */
const NAMED: ReadonlyMap<string, ToEntry> = new Map([
  ['ports', toApiPort],
  ['env', toApiVariable],
  ['volumeMounts', toApiMount],
]);

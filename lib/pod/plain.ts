import type { FieldPath } from '../kube/field-path';
import { isRecord } from '../kube/is-record';
import { setOwn } from '../kube/own';
import { ProblemList } from '../kube/problem-list';
import type { Problem } from '../kube/problem';
import { Because, Except, Without } from './reason';

/** A value that carries its reason. */
export type Box = Because<unknown> | Except<unknown> | Without;

/** What came of taking a user's value in: a frozen copy that nobody can change, and what could not be copied. */
export interface Taken<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

const DEEPEST = 100;

/**
 * Copies a user's value so that later changes to it do not reach the Pod, keeping reasons where they stand.
 *
 * Plain data passes: objects, lists, strings, finite numbers, booleans, null. The rest (cycles, `NaN`, functions,
 * dates, `undefined` inside lists) cannot become YAML; each is reported at its field and left out of the copy.
 */
export function takeIn<T>(value: T, path: FieldPath): Taken<T> {
  const list = new ProblemList();
  // The copy has the shape of the value but for what is reported, and reported values never leave synthesis.
  const copied = copy(value, path, [], list) as T;
  return { value: copied, problems: list.problems };
}

/** Whether a value carries its reason. */
export function isBox(value: unknown): value is Box {
  return value instanceof Because || value instanceof Except || value instanceof Without;
}

function copy(value: unknown, path: FieldPath, above: object[], list: ProblemList): unknown {
  if (isPlainScalar(value)) return value;
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'number':
      list.invalid('not-a-number', path, value, 'must be a finite number');
      return undefined;
    case 'object':
      return value === null ? null : copyObject(value, path, above, list);
    default:
      list.invalid('not-plain-data', path, String(value), `a ${typeof value} cannot be written as YAML`);
      return undefined;
  }
}

function copyObject(value: object, path: FieldPath, above: object[], list: ProblemList): unknown {
  if (above.includes(value)) {
    list.invalid('cyclic-value', path, undefined, 'refers back to an object that contains it');
    return undefined;
  }
  if (above.length >= DEEPEST) {
    list.invalid('too-deep', path, undefined, `is nested more than ${DEEPEST} levels deep`);
    return undefined;
  }
  above.push(value);
  const copied = copyInside(value, path, above, list);
  above.pop();
  return copied;
}

function copyInside(value: object, path: FieldPath, inside: object[], list: ProblemList): unknown {
  if (Array.isArray(value)) return copyList(value, path, inside, list);
  if (value instanceof Because) return new Because(copy(value.value, path, inside, list), value.why.because);
  if (value instanceof Except) return new Except(copy(value.value, path, inside, list), value.why);
  if (value instanceof Without) return value;
  if (!isRecord(value)) {
    const kind = value.constructor.name || 'object with a prototype';
    list.invalid('not-plain-data', path, kind, 'only plain objects, lists and scalars can be written as YAML');
    return undefined;
  }
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const entry = value[key];
    const copied = isPlainScalar(entry) ? entry : copy(entry, path.child(key), inside, list);
    if (copied !== undefined) setOwn(result, key, copied);
  }
  return Object.freeze(result);
}

/** Most entries are these, and nobody asks for their paths. */
function isPlainScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function copyList(value: readonly unknown[], path: FieldPath, inside: object[], list: ProblemList): unknown {
  const copied: unknown[] = [];
  for (let position = 0; position < value.length; position++) {
    const entry = value[position];
    if (isPlainScalar(entry)) copied.push(entry);
    else if (entry !== undefined) copied.push(copy(entry, path.index(position), inside, list));
    else {
      const detail = 'a list cannot hold undefined: leave the entry out';
      list.invalid('undefined-in-list', path.index(position), undefined, detail);
      copied.push(null);
    }
  }
  return Object.freeze(copied);
}

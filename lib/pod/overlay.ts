import type { FieldPath } from '../kube/field-path';
import { setOwn } from '../kube/own';
import type { ProblemList } from '../kube/problem-list';
import { isRecord } from '../kube/is-record';
import { Because, Except } from './reason';
import { SET_ELSEWHERE } from './spec';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Lays fields over an object: records are merged, lists of named things matched by name, other values replaced, and
 * `null` removes. What matches nothing is a problem, never an addition by mistake. A value keeps its reason where only
 * a part of it is laid over.
 */
export function layOver(base: Fields, overlay: Fields, path: FieldPath, list: ProblemList): Fields {
  const result: Record<string, unknown> = { ...base };
  for (const [field, value] of Object.entries(overlay)) {
    const place = path.child(field);
    if (value !== null) {
      const merged = over(base[field], value, field, place, list);
      setOwn(result, field, merged);
    } else if (Object.hasOwn(result, field)) Reflect.deleteProperty(result, field);
    else list.notFound('overlay-matches-nothing', place, null, 'there is no such field to remove');
  }
  return result;
}

function over(before: unknown, value: unknown, field: string, path: FieldPath, list: ProblemList): unknown {
  if (isRecord(value)) {
    if (before instanceof Except && isRecord(before.value)) {
      return new Except(layOver(before.value, value, path, list), before.why);
    }
    if (before instanceof Because && isRecord(before.value)) {
      return new Because(layOver(before.value, value, path, list), before.why.because);
    }
    return layOver(isRecord(before) ? before : {}, value, path, list);
  }
  const key = field === 'volumeMounts' ? 'mountPath' : 'name';
  // What has a step of its own is never added here.
  const entries = before === undefined && Object.hasOwn(SET_ELSEWHERE, field) ? [] : before;
  if (isKeyed(entries, key) && isKeyed(value, key)) return overList(entries, value, key, path, list);
  return value;
}

function overList(
  before: readonly Fields[],
  overlay: readonly Fields[],
  key: string,
  path: FieldPath,
  list: ProblemList,
) {
  const known = new Set(before.map((entry) => entry[key]));
  for (const [position, entry] of overlay.entries()) {
    if (known.has(entry[key])) continue;
    const names = before.map((candidate) => String(candidate[key])).join(', ');
    const detail = names === '' ? 'there are none' : `there are only ${names}`;
    list.notFound('overlay-matches-nothing', path.index(position).child(key), entry[key], detail);
  }
  return before.map((entry, position) =>
    overlay
      .filter((candidate) => candidate[key] === entry[key])
      .reduce((sofar, candidate) => layOver(sofar, candidate, path.index(position), list), entry),
  );
}

function isKeyed(value: unknown, key: string): value is readonly Fields[] {
  return Array.isArray(value) && value.every((entry) => isRecord(entry) && typeof entry[key] === 'string');
}

import { FieldPath, isAtOrBelow } from '../lib/kube/field-path';
import type { Problem } from '../lib/kube/problem';
import { ProblemList } from '../lib/kube/problem-list';
import { isReference } from '../lib/kube/secrets/shapes';
import type { Note } from '../lib/pod/note';
import { isRecord } from '../lib/kube/is-record';

/**
 * Values of a Secret never stand in a repository, whoever makes the object: what is base64 is readable too. References
 * that some tool replaces pass, and so does what an exception covers.
 */
export function secretValueProblems(
  object: Readonly<Record<string, unknown>>,
  notes: readonly Note[],
): readonly Problem[] {
  if (object['kind'] !== 'Secret' || object['apiVersion'] !== 'v1') return [];
  const list = new ProblemList();
  for (const field of ['data', 'stringData']) {
    const values = object[field];
    for (const [key, value] of Object.entries(isRecord(values) ? values : {})) {
      const path = FieldPath.of(field).key(key);
      const isExcused = notes.some((note) => note.kind === 'exception' && isAtOrBelow(path.toString(), note.path));
      if (isExcused || typeof value !== 'string' || standsForAnother(value, field)) continue;
      list.forbidden('secret-in-manifest', path, INSTEAD, { ours: true, see: GOOD_PRACTICES });
    }
  }
  return list.problems;
}

const INSTEAD =
  'everybody who reads the repository would have the value: refer to it by ExternalSecret or SealedSecret; what is no ' +
  'secret takes new Secret(…, { stringData: except(values, why) })';
const GOOD_PRACTICES = 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/';

function standsForAnother(value: string, field: string): boolean {
  if (value.trim() === '') return true;
  const decoded = field === 'data' ? Buffer.from(value, 'base64').toString('utf8') : value;
  return [value, decoded].some((text) => REFERENCE.test(text) && isReference(text));
}

/** A number or a path is a value here: only what names another place, or is encrypted, stands for one. */
const REFERENCE = /^(?:<|\$[({]|\{\{|ENC\[|ref\+|vault:|arn:)/;

import { FieldPath } from '../kube/field-path';
import { configMapKeyComplaints, utf8Length } from '../kube/names';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import { secretInVariable } from '../kube/secrets/literals';
import { takeIn } from './plain';
import { Except } from './reason';

/** The texts of a ConfigMap by key. One that looks like a secret takes an exception. */
export type ConfigData = Readonly<Record<string, string | Except<string>>>;

/** The data of a ConfigMap as it was taken in. */
export interface TakenData {
  readonly data: ConfigData;
  /** What could not be taken in, with paths from the object. */
  readonly problems: readonly Problem[];
}

/** Takes in the data of a ConfigMap: keys that are file names, texts that are no secrets, all of it not too large. */
export function takeInConfigData(data: object, others: Readonly<Record<string, string>> = {}): TakenData {
  const path = FieldPath.of('data');
  const list = new ProblemList();
  const { value, problems } = takeIn(data as Readonly<Record<string, unknown>>, path);
  for (const [key, given] of Object.entries(value)) {
    const text: unknown = given instanceof Except ? given.value : given;
    for (const complaint of configMapKeyComplaints(key)) list.invalid('config-map-key', path.key(key), key, complaint);
    if (typeof text !== 'string') list.invalid('wrong-type', path.key(key), text, 'the data of a ConfigMap is text');
    else if (!(given instanceof Except)) refuseSecret(key, text, path.key(key), list);
  }
  const size = [...Object.values(textsOf(value)), ...Object.values(others)].reduce(
    (sum, text) => sum + utf8Length(text),
    0,
  );
  if (size > LARGEST) list.tooLong('config-map-size', path, undefined, LARGEST, { see: SIZE });
  // What is no text was reported, so that it is never written.
  return { data: value as ConfigData, problems: [...problems, ...list.problems] };
}

/** The texts without what is said of them. */
export function textsOf(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(data).map(([key, given]) => [key, String(given instanceof Except ? given.value : given)]),
  );
}

function refuseSecret(key: string, text: string, path: FieldPath, list: ProblemList): void {
  const why = secretInVariable(key, text);
  if (why === undefined) return;
  const detail = `${why}: everybody who reads the cluster's ConfigMaps would have it, so it belongs into a Secret; if it is none, wrap it in except(value, why)`;
  list.forbidden('literal-secret', path, detail, { ours: true });
}

/** Bytes of all values together that the API server stores. */
const LARGEST = 1024 * 1024;
const SIZE = 'https://kubernetes.io/docs/concepts/configuration/configmap/#motivation';

import { containersOf } from '../lib/kube/containers';
import { isRecord } from '../lib/kube/is-record';
import { tryPodOf } from '../lib/kube/pod-of';
import type { Container } from '../lib/kube/api/container';
import { described } from './described';
import type { OtherObject, KindTypes } from './kinds';
import { objectsOf, targetOf, titleOf } from './subject';
import type { PlainObject, Subject } from './subject';

/** Where to look, where names alone do not tell objects apart. */
export interface FindOptions {
  readonly namespace?: string;
  /** The label `environment`. */
  readonly environment?: string;
}

/**
 * The one object of a kind and name, as plain data: `find(app, 'Deployment', 'checkout').spec?.replicas`.
 *
 * @throws Error where there is none, or several, with what is there instead.
 */
export function find<Kind extends string>(
  subject: Subject,
  kind: Kind,
  name: string,
  options: FindOptions = {},
): KindOf<Kind> {
  const all = objectsOf(subject, targetOf(subject));
  const found = matching(all, kind, options).filter(({ metadata }) => fieldsOf(metadata)['name'] === name);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only as KindOf<Kind>;
  const titles = all.map(titleOf);
  const there = titles.length === 0 ? 'nothing' : titles.join(', ');
  const hint = found.length > 1 ? 'say the namespace or the environment' : `there is ${there}`;
  throw new Error(`found ${found.length === 0 ? 'no' : found.length} ${kind} "${name}"${placeOf(options)}: ${hint}`);
}

/** All objects of a kind, as plain data, in the order in which they may be applied. */
export function findAll<Kind extends string>(
  subject: Subject,
  kind: Kind,
  options: FindOptions = {},
): readonly KindOf<Kind>[] {
  // An object of this kind has its type: the judge has accepted it.
  const found: readonly unknown[] = matching(objectsOf(subject, targetOf(subject)), kind, options);
  return found as readonly KindOf<Kind>[];
}

/**
 * A container of an object's Pod by its name, init containers and sidecars included.
 *
 * @throws Error where there is none, with the names that there are; TypeError where there is no Pod.
 */
export function containerIn(object: object, name: string): Container {
  const pod = tryPodOf(object);
  if (pod === undefined) {
    throw new TypeError(`expected an object with a Pod in it, as find() gives it, and got ${described(object)}`);
  }
  const { spec } = pod;
  const containers = spec === undefined ? [] : containersOf(spec).map(({ container }) => container);
  const found = containers.find((container) => container.name === name);
  if (found !== undefined) return found;
  const names = containers.map((container) => container.name).join(', ') || 'none';
  throw new Error(`found no container "${name}": there are ${names}`);
}

/** The type of an object of a kind. */
export type KindOf<Kind extends string> = Kind extends keyof KindTypes ? KindTypes[Kind] : OtherObject;

function matching(all: readonly PlainObject[], kind: string, { namespace, environment }: FindOptions): PlainObject[] {
  return all.filter(({ kind: own, metadata }) => {
    if (own !== kind) return false;
    const { namespace: at, labels } = fieldsOf(metadata);
    return (
      (namespace === undefined || at === namespace) &&
      (environment === undefined || fieldsOf(labels)['environment'] === environment)
    );
  });
}

function placeOf({ namespace, environment }: FindOptions): string {
  const inside = namespace === undefined ? '' : ` in namespace "${namespace}"`;
  return environment === undefined ? inside : `${inside} for environment "${environment}"`;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

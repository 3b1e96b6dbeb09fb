import { alterEntries, alterFields } from '../kube/alter';
import type { FieldPath } from '../kube/field-path';
import type { ProblemList } from '../kube/problem-list';
import { takeInConfigData } from './config-data';
import type { TakenData } from './config-data';
import { isRecord } from './plain';

/** An object that travels with a Pod; each owner of the Pod renders one for itself. */
export interface CompanionModel extends TakenData {
  /** Its name without the owner's: `log-shipper` becomes `checkout-log-shipper`. */
  readonly name: string;
  readonly kind: 'ConfigMap';
}

/**
 * Refers to an object that travels with the Pod, wherever a name goes: `configMap(companion('log-shipper'))`.
 *
 * Its whole name is known when an owner renders the Pod: the owner's, a `-`, and this one.
 */
export function companion(name: string): { readonly name: string } {
  return Object.freeze({ name: `${MARK}${name}` });
}

/** Takes in the data of a ConfigMap that is to travel with a Pod. */
export function configMapCompanion(name: string, data: object): CompanionModel {
  return { name, kind: 'ConfigMap', ...takeInConfigData(data) };
}

/** What an owner calls the companion of its Pod. */
export function companionName(owner: string, name: string): string {
  return `${owner}-${name}`;
}

/** The value with every reference to a companion replaced by the name that the owner gives it. */
export function nameCompanions(
  value: unknown,
  owner: string,
  companions: readonly CompanionModel[],
  path: FieldPath,
  list: ProblemList,
): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? named(value, owner, companions, path, list) : value;
  return typeof value === 'object' ? nameInside(value, owner, companions, path, list) : value;
}

function named(
  reference: string,
  owner: string,
  companions: readonly CompanionModel[],
  path: FieldPath,
  list: ProblemList,
): string {
  const name = reference.slice(MARK.length);
  if (companions.some((candidate) => candidate.name === name)) return companionName(owner, name);
  const known = companions.map((candidate) => candidate.name).join(', ') || 'none';
  list.notFound('unknown-companion', path, name, `the objects that travel with this Pod are ${known}`);
  return name;
}

function nameInside(
  value: object | null,
  owner: string,
  companions: readonly CompanionModel[],
  path: FieldPath,
  list: ProblemList,
): unknown {
  if (Array.isArray(value)) {
    return alterEntries(value, (entry, position) =>
      nameCompanions(entry, owner, companions, path.index(position), list),
    );
  }
  if (!isRecord(value)) return value;
  return alterFields(value, (entry, name) => nameCompanions(entry, owner, companions, path.child(name), list));
}

/** No name of an object, and no text that anybody writes by accident. */
const MARK = '<owner>-';

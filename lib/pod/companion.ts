import type { ProblemList } from '../kube/problem-list';
import { takeInConfigData } from './config-data';
import type { TakenData } from './config-data';
import type { TextReader } from './unbox';

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

/** Replaces a reference to a companion by the name that the owner gives it; any other text stays. */
export function companionNames(owner: string, companions: readonly CompanionModel[], list: ProblemList): TextReader {
  return {
    stands: (text) => text.startsWith(MARK),
    read: (text, path) => {
      const name = text.slice(MARK.length);
      if (companions.some((candidate) => candidate.name === name)) return companionName(owner, name);
      const known = companions.map((candidate) => candidate.name).join(', ') || 'none';
      list.notFound('unknown-companion', path, name, `the objects that travel with this Pod are ${known}`);
      return name;
    },
  };
}

/** No name of an object, and no text that anybody writes by accident. */
const MARK = '<owner>-';

import { KUBERNETES_VERSIONS } from '../lib/kube/version';

/**
 * Refuses what plain JavaScript may have passed where one of a few words is meant: a misspelt one would let a test pass
 * that asks for the opposite.
 *
 * @throws TypeError with the words that there are.
 */
export function refuseUnknownWord(what: string, given: unknown, known: readonly string[]): void {
  if (known.some((word) => word === given)) return;
  throw new TypeError(`${what} takes one of ${known.join(', ')}, and got ${shown(given)}`);
}

/** @throws TypeError where a version is none that manifests are judged for. */
export function refuseUnknownVersion(version: unknown): void {
  refuseUnknownWord('the Kubernetes version', version, KUBERNETES_VERSIONS);
}

/** @throws TypeError where it is no list of names, or an empty one. */
export function refuseNoNames(names: unknown): void {
  if (Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string')) return;
  throw new TypeError(`the order takes a list with the names of all containers, and got ${shown(names)}`);
}

function shown(given: unknown): string {
  // What JSON has no word for, such as undefined or a function, has one in JavaScript.
  const text: string | undefined = typeof given === 'bigint' ? undefined : JSON.stringify(given);
  return text ?? typeof given;
}

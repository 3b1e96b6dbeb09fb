import { printBytes, printCores, type QuantityValue } from '../../lib/kube/quantity';
import { code, list } from './words';

/** An amount of a resource for people: `0.25 cores`, `256 MiB`, `2`. */
export function amountText(resource: string, amount: QuantityValue): string {
  if (resource === 'cpu') return printCores(amount);
  return isBytes(resource) ? printBytes(amount) : amount.toString();
}

/** Amounts as a person lists them: `0.25 cores, 256 MiB of memory and 1 of \`nvidia.com/gpu\``. */
export function amountsText(amounts: ReadonlyMap<string, QuantityValue>): string {
  const resources = [...amounts.keys()].sort(byImportance).filter((name) => amounts.get(name)?.isZero() === false);
  return list(resources.map((name) => withName(name, amounts.get(name))));
}

/** CPU first, then memory, disk, and the rest by name. */
export function byImportance(one: string, other: string): number {
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return rank(one) - rank(other) || (one < other ? -1 : Number(one > other));
}

/** What a resource is called in a sentence. */
export function resourceName(resource: string): string {
  return NAMES.get(resource) ?? code(resource);
}

function withName(resource: string, amount: QuantityValue | undefined): string {
  if (amount === undefined) return '';
  const text = amountText(resource, amount);
  return resource === 'cpu' ? text : `${text} of ${resourceName(resource)}`;
}

function isBytes(resource: string): boolean {
  return resource === 'memory' || resource === 'ephemeral-storage' || resource.startsWith('hugepages-');
}

const FIRST = ['cpu', 'memory', 'ephemeral-storage'];
const NAMES: ReadonlyMap<string, string> = new Map([
  ['cpu', 'CPU'],
  ['memory', 'memory'],
  ['ephemeral-storage', 'disk'],
]);

import type { ResourceRequirements } from '../api/resources';
import { tryQuantity, type QuantityValue } from '../quantity';

/** Amounts of resources by name. */
export type Amounts = ReadonlyMap<string, QuantityValue>;

/** So much of one resource. */
export interface ResourceAmount {
  /** The resource's name: `cpu`, `memory`, `example.com/gpu`. */
  readonly resource: string;
  /** How much of it: cores, bytes, pieces. */
  readonly amount: QuantityValue;
}

/** The two lists of a container or a Pod. */
export type ResourceList = 'requests' | 'limits';

/** What a list of a container or a Pod says; an amount that cannot be read is left out. */
export function amountsOf(resources: ResourceRequirements | undefined, list: ResourceList): Amounts {
  return readAmounts(resources?.[list]);
}

/** Reads a map of quantities; an amount that cannot be read is left out. */
export function readAmounts(written: ResourceRequirements['requests']): Amounts {
  const amounts = new Map<string, QuantityValue>();
  for (const [name, quantity] of Object.entries(written ?? {})) {
    const amount = tryQuantity(quantity);
    if (amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}

/** Both together, resource by resource. */
export function sumOf(one: Amounts, other: Amounts): Amounts {
  return combined(one, other, (left, right) => left.plus(right));
}

/** The larger of both, resource by resource. */
export function mostOf(one: Amounts, other: Amounts): Amounts {
  return combined(one, other, (left, right) => (left.compare(right) < 0 ? right : left));
}

/** Whether there is more of a resource than nothing. */
export function hasSome(amounts: Amounts, resource: string): boolean {
  return amounts.get(resource)?.sign() === 1;
}

/** The names in the order in which people list them: cpu, memory, ephemeral-storage, then by letter. */
export function inOrder(names: Iterable<string>): string[] {
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return [...names].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/** The amounts as rows. */
export function rowsOf(amounts: Amounts): ResourceAmount[] {
  return inOrder(amounts.keys()).flatMap((resource) => {
    const amount = amounts.get(resource);
    return amount === undefined ? [] : [{ resource, amount }];
  });
}

const FIRST = ['cpu', 'memory', 'ephemeral-storage'];

function combined(
  one: Amounts,
  other: Amounts,
  merge: (left: QuantityValue, right: QuantityValue) => QuantityValue,
): Amounts {
  const merged = new Map(one);
  for (const [name, amount] of other) {
    const present = merged.get(name);
    merged.set(name, present === undefined ? amount : merge(present, amount));
  }
  return merged;
}

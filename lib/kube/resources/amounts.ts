import type { Quantity } from '../api/scalars';
import { QuantityValue, tryQuantity } from '../quantity';

/** Amounts by the name of their resource: `cpu` in cores, `memory` in bytes, `nvidia.com/gpu` in devices. */
export type Amounts = ReadonlyMap<string, QuantityValue>;

/** The amounts in a `requests`, `limits` or `overhead` field; an unreadable quantity is left out. */
export function amountsOf(written: Readonly<Record<string, Quantity>> | undefined): Amounts {
  return new Map(
    Object.entries(written ?? {}).flatMap(([resource, text]) => {
      const amount = tryQuantity(text);
      return amount === undefined ? [] : [[resource, amount] as const];
    }),
  );
}

/** The amount of a resource, zero where it is not named. */
export function amountOf(amounts: Amounts, resource: string): QuantityValue {
  return amounts.get(resource) ?? QuantityValue.zero;
}

/** The sum, resource by resource. */
export function sum(...lists: readonly Amounts[]): Amounts {
  return merged(lists, (a, b) => a.plus(b));
}

/** The larger amount, resource by resource. */
export function larger(...lists: readonly Amounts[]): Amounts {
  return merged(lists, (a, b) => (a.compare(b) >= 0 ? a : b));
}

function merged(lists: readonly Amounts[], join: (a: QuantityValue, b: QuantityValue) => QuantityValue): Amounts {
  const result = new Map<string, QuantityValue>();
  for (const [resource, amount] of lists.flatMap((list) => [...list])) {
    const before = result.get(resource);
    result.set(resource, before === undefined ? amount : join(before, amount));
  }
  return result;
}

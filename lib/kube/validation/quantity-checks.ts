import type { Quantity } from '../api/scalars';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { tryQuantity, type QuantityValue } from '../quantity';

/** Reads a quantity, null as nothing at all. */
export function readQuantity(quantity: Quantity | undefined): QuantityValue | undefined {
  return quantity == null ? undefined : tryQuantity(quantity);
}

/** A quantity that can be read; the server refuses the whole object where it cannot. */
export function checkQuantity(problems: ProblemList, quantity: Quantity, path: FieldPath): QuantityValue | undefined {
  const amount = readQuantity(quantity);
  if (amount === undefined) {
    const detail = 'must be a number with a suffix or none, such as 250m, 1.5 or 512Mi';
    problems.invalid('quantity-format', path, quantity, detail);
  }
  return amount;
}

/** How the server prints a quantity: `1000m` as `1`. */
export function canonicalQuantity(quantity: Quantity | undefined): string | undefined {
  return readQuantity(quantity)?.toString();
}

/** Whether a quantity is below nothing. */
export function isNegativeQuantity(quantity: Quantity): boolean {
  return readQuantity(quantity)?.sign() === -1;
}

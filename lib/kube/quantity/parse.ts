import type { Quantity } from '../api/scalars';
import { remembered } from '../remembered';
import { compareDecimals, roundUpTo, shortest, type Decimal } from './decimal';
import { QuantityValue } from './quantity';
import { BINARY_SUFFIXES, DECIMAL_SUFFIXES, type QuantityFormat } from './suffixes';

/**
 * Reads a quantity exactly as the API server reads it, or returns undefined where the server would refuse it.
 *
 * Blanks before and after are dropped, amounts finer than a billionth are rounded up (away from zero), amounts with a
 * binary suffix are capped at 64 bits, and most texts without digits (`Ki`, `.`) are zero.
 */
export function tryQuantity(text: Quantity): QuantityValue | undefined {
  return read(String(text));
}

/**
 * Reads a quantity exactly as the API server reads it.
 *
 * @throws RangeError where the API server would refuse the text; `quantityAdvice` says what was probably meant.
 */
export function parseQuantity(text: Quantity): QuantityValue {
  const quantity = tryQuantity(text);
  if (quantity === undefined) throw new RangeError(`${JSON.stringify(text)} is not a Kubernetes quantity`);
  return quantity;
}

const SHAPE = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([numkMGTPE]?|[KMGTPE]i|[eE][+-]?[0-9]+)$/;

/** What Go calls blank and JSON carries unescaped: a tab or a line break inside the quotes is refused. */
const BLANKS_AROUND =
  /^[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+$/g;

const FINEST = -9;
const LARGEST: Decimal = { mantissa: 2n ** 63n - 1n, exponent: 0 };
const ONE: Decimal = { mantissa: 1n, exponent: 0 };

interface Unit {
  readonly factor: bigint;
  readonly exponent: number;
  readonly format: QuantityFormat;
}

const read = remembered((text): QuantityValue | undefined => {
  const written = text.replace(BLANKS_AROUND, '');
  const parts = SHAPE.exec(written);
  if (parts === null || written === '') return undefined;
  const [, sign = '', before = '', after = '', suffix = ''] = parts;
  const unit = readSuffix(suffix);
  if (unit === undefined || (before + after === '' && !readsNothing(unit))) return undefined;
  const size = BigInt(`0${before}${after}`) * unit.factor;
  const amount = capped(notTooFine({ mantissa: size, exponent: unit.exponent - after.length }), unit.format);
  const format = unit.format === 'BinarySI' && isBelowOne(amount) ? 'DecimalSI' : unit.format;
  return QuantityValue.ofDecimal(sign === '-' ? { ...amount, mantissa: -amount.mantissa } : amount, format);
});

function readSuffix(suffix: string): Unit | undefined {
  const ten = DECIMAL_SUFFIXES.get(suffix);
  if (ten !== undefined) return { factor: 1n, exponent: ten, format: 'DecimalSI' };
  const two = BINARY_SUFFIXES.get(suffix);
  if (two !== undefined) return { factor: 2n ** BigInt(two), exponent: 0, format: 'BinarySI' };
  const power = BigInt(suffix.slice(1).replace('+', ''));
  if (power !== BigInt.asIntN(64, power)) return undefined;
  // The server keeps the lower 32 bits of the exponent.
  return { factor: 1n, exponent: Number(BigInt.asIntN(32, power)), format: 'DecimalExponent' };
}

/** Where the server computes with 64 bits, a missing number is zero; where it needs more (`Pi`, `e-12`), an error. */
function readsNothing({ factor, exponent }: Unit): boolean {
  return factor <= 2n ** 40n && exponent >= FINEST;
}

function notTooFine(amount: Decimal): Decimal {
  const { mantissa, exponent } = shortest(amount);
  return exponent >= FINEST ? { mantissa, exponent } : { mantissa: roundUpTo(amount, FINEST), exponent: FINEST };
}

function capped(amount: Decimal, format: QuantityFormat): Decimal {
  return format === 'BinarySI' && compareDecimals(amount, LARGEST) > 0 ? LARGEST : amount;
}

function isBelowOne(amount: Decimal): boolean {
  return amount.mantissa !== 0n && compareDecimals(amount, ONE) < 0;
}

/** A decimal number, exactly: `mantissa` times ten to the power `exponent`. */
export interface Decimal {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** Zero. */
export const ZERO: Decimal = { mantissa: 0n, exponent: 0 };

/** The same number with the shortest mantissa, so that equal numbers look the same. */
export function shortest({ mantissa, exponent }: Decimal): Decimal {
  if (mantissa === 0n) return ZERO;
  if (mantissa % 10n !== 0n) return { mantissa, exponent };
  const digits = mantissa.toString();
  const zeros = digits.length - digits.replace(/0+$/, '').length;
  return { mantissa: mantissa / tenTo(zeros), exponent: exponent + zeros };
}

/** Negative, zero or positive as the first number is smaller than, equal to or larger than the second. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const signs = signOf(a) - signOf(b);
  if (signs !== 0 || a.mantissa === 0n) return signs;
  const digits = (digitsOf(a) - digitsOf(b)) * signOf(a);
  if (digits !== 0) return digits;
  const floor = Math.min(a.exponent, b.exponent);
  const difference = wholeAt(a, floor) - wholeAt(b, floor);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The sum of two numbers. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.mantissa === 0n) return b;
  if (b.mantissa === 0n) return a;
  // One text of twelve characters (`1e99999999`) must not be able to fill the memory with zeros.
  if (Math.abs(a.exponent - b.exponent) > WIDEST_GAP) return a.exponent > b.exponent ? a : b;
  const exponent = Math.min(a.exponent, b.exponent);
  return shortest({ mantissa: wholeAt(a, exponent) + wholeAt(b, exponent), exponent });
}

/** The number as a count of ten to the power `exponent`, rounded away from zero. */
export function roundUpTo({ mantissa, exponent: own }: Decimal, exponent: number): bigint {
  if (mantissa === 0n) return 0n;
  if (own >= exponent) return mantissa * tenTo(own - exponent);
  const sign = mantissa < 0n ? -1n : 1n;
  // Far below the unit: dividing by a huge power of ten would only cost time.
  if (exponent - own > mantissa.toString().length) return sign;
  const unit = tenTo(exponent - own);
  return mantissa / unit + (mantissa % unit === 0n ? 0n : sign);
}

/** -1, 0 or 1. */
export function signOf({ mantissa }: Decimal): -1 | 0 | 1 {
  return mantissa < 0n ? -1 : mantissa > 0n ? 1 : 0;
}

/** How many digits stand before the decimal point; negative when the first digit is that far behind it. */
export function digitsOf({ mantissa, exponent }: Decimal): number {
  return mantissa.toString().length - (mantissa < 0n ? 1 : 0) + exponent;
}

/** Ten to a power that is not negative. */
export function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}

const WIDEST_GAP = 10_000;

function wholeAt({ mantissa, exponent }: Decimal, floor: number): bigint {
  return mantissa * tenTo(exponent - floor);
}

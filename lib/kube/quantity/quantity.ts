import { printCanonical } from './canonical';
import { addDecimals, compareDecimals, digitsOf, roundUpTo, shortest, signOf, ZERO, type Decimal } from './decimal';
import type { QuantityFormat } from './suffixes';

/**
 * The amount behind a quantity such as `250m` or `1Gi`, exact and immutable, with the format it was written in.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export class QuantityValue {
  /** Nothing of anything. */
  static readonly zero = new QuantityValue(ZERO, 'DecimalSI');

  /** So many whole units: bytes, cores, devices. */
  static ofUnits(units: bigint | number, format: QuantityFormat = 'DecimalSI'): QuantityValue {
    return new QuantityValue({ mantissa: BigInt(units), exponent: 0 }, format);
  }

  /** @internal Everybody else parses. */
  static ofDecimal(amount: Decimal, format: QuantityFormat): QuantityValue {
    return new QuantityValue(amount, format);
  }

  private readonly amount: Decimal;

  private constructor(
    amount: Decimal,
    /** How the quantity was written, and how it is printed where no digit is lost by it. */
    readonly format: QuantityFormat,
  ) {
    this.amount = shortest(amount);
  }

  /** Negative, zero or positive as this amount is smaller than, equal to or larger than the other. */
  compare(other: QuantityValue): number {
    return compareDecimals(this.amount, other.amount);
  }

  /** Whether both are the same amount, however written: `1` equals `1000m`. */
  equals(other: QuantityValue): boolean {
    return this.compare(other) === 0;
  }

  /** -1, 0 or 1. */
  sign(): -1 | 0 | 1 {
    return signOf(this.amount);
  }

  /** Whether this is no amount at all. */
  isZero(): boolean {
    return this.sign() === 0;
  }

  /** The sum, in this quantity's format, or in the other's when this is zero: as the API server adds. */
  plus(other: QuantityValue): QuantityValue {
    return new QuantityValue(addDecimals(this.amount, other.amount), this.isZero() ? other.format : this.format);
  }

  /** So many times this amount, in the same format. */
  times(factor: bigint | number): QuantityValue {
    const { mantissa, exponent } = this.amount;
    return new QuantityValue({ mantissa: mantissa * BigInt(factor), exponent }, this.format);
  }

  /** Whole units (bytes, cores), a fraction rounded away from zero, capped at what 64 bits hold. */
  value(): bigint {
    return capped(this.amount, 0);
  }

  /** Thousandths of a unit, a smaller rest rounded away from zero, capped at what 64 bits hold. */
  milliValue(): bigint {
    return capped(this.amount, -3);
  }

  /** Whether the amount is a whole number of units. */
  isWhole(): boolean {
    return this.amount.exponent >= 0;
  }

  /** The canonical form: `1000m` prints as `1`, `2048Mi` as `2Gi`, `0.5` as `500m`, `1.5Gi` as `1536Mi`. */
  toString(): string {
    return printCanonical(this.amount, this.format);
  }

  /** The canonical form, so that a quantity can stand in a manifest. */
  toJSON(): string {
    return this.toString();
  }
}

const LARGEST = 2n ** 63n - 1n;
const INT64_DIGITS = 19;

function capped(amount: Decimal, exponent: number): bigint {
  const largest = amount.mantissa < 0n ? -LARGEST : LARGEST;
  if (digitsOf(amount) - exponent > INT64_DIGITS) return largest;
  const whole = roundUpTo(amount, exponent);
  return whole > LARGEST || whole < -LARGEST ? largest : whole;
}

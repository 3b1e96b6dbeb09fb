import { compareDecimals, digitsOf, roundUpTo, shortest, signOf, tenTo, type Decimal } from './decimal';
import { BINARY_SUFFIXES, DECIMAL_SUFFIXES, type QuantityFormat } from './suffixes';

/** Prints a number in Kubernetes' canonical form: no fraction, no lost digit, the largest suffix that allows it. */
export function printCanonical(amount: Decimal, written: QuantityFormat): string {
  if (signOf(amount) === 0) return '0';
  const format = digitsOf(amount) > LONGEST ? 'DecimalExponent' : written;
  if (format === 'BinarySI' && staysBinary(amount)) return printBinary(roundUpTo(amount, 0));
  const highest = format === 'DecimalExponent' ? Number.MAX_SAFE_INTEGER : LARGEST_DECIMAL;
  const { mantissa, exponent } = inThousands(amount, highest);
  return `${mantissa}${format === 'DecimalExponent' ? exponentSuffix(exponent) : suffixOf(DECIMAL_SUFFIXES, exponent)}`;
}

/** More digits than anybody means are never written out. */
const LONGEST = 1_000;
const LARGEST_DECIMAL = 18;
const LARGEST_BINARY = 6;

/** A binary suffix would lose a fraction, and below 1Ki it says nothing: such amounts are printed decimally. */
function staysBinary(amount: Decimal): boolean {
  const size = { mantissa: amount.mantissa < 0n ? -amount.mantissa : amount.mantissa, exponent: amount.exponent };
  return amount.exponent >= 0 && compareDecimals(size, { mantissa: 1024n, exponent: 0 }) >= 0;
}

function printBinary(whole: bigint): string {
  let mantissa = whole;
  let times = 0;
  while (times < LARGEST_BINARY && mantissa % 1024n === 0n) {
    mantissa /= 1024n;
    times += 1;
  }
  return `${mantissa}${suffixOf(BINARY_SUFFIXES, times * 10)}`;
}

/** The same number with an exponent that is a multiple of three, as large as it can be and at most `highest`. */
function inThousands(amount: Decimal, highest: number): Decimal {
  const { mantissa, exponent } = shortest(amount);
  const target = Math.min(Math.floor(exponent / 3) * 3, highest);
  return { mantissa: mantissa * tenTo(exponent - target), exponent: target };
}

function exponentSuffix(exponent: number): string {
  return exponent === 0 ? '' : `e${exponent}`;
}

function suffixOf(suffixes: ReadonlyMap<string, number>, power: number): string {
  return [...suffixes].find(([, each]) => each === power)?.[0] ?? '';
}

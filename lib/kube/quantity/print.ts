import type { QuantityValue } from './quantity';

/** Prints an amount of bytes for people: `256 MiB`, `1.5 GiB`, `512 bytes`; at most two digits after the point. */
export function printBytes(quantity: QuantityValue): string {
  const bytes = quantity.value();
  const size = bytes < 0n ? -bytes : bytes;
  const step = BYTE_UNITS.filter((_, index) => size >= 1024n ** BigInt(index)).length - 1;
  if (step <= 0) return `${bytes} ${size === 1n ? 'byte' : 'bytes'}`;
  const hundredths = rounded(bytes * 100n, 1024n ** BigInt(step));
  return `${point(hundredths)} ${BYTE_UNITS[step] ?? ''}`;
}

/** Prints an amount of CPU for people: `0.25 cores`, `1 core`, `1.5 cores`. */
export function printCores(quantity: QuantityValue): string {
  const cores = point(quantity.milliValue(), 3);
  return `${cores} ${cores === '1' ? 'core' : 'cores'}`;
}

const BYTE_UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

function rounded(amount: bigint, unit: bigint): bigint {
  const half = amount < 0n ? -unit / 2n : unit / 2n;
  return (amount + half) / unit;
}

/** A whole number of hundredths or thousandths with its decimal point, without zeros at the end. */
function point(parts: bigint, places = 2): string {
  const digits = (parts < 0n ? -parts : parts).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${parts < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}

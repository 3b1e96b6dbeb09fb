/**
 * The nanoseconds of a duration as Go writes it (`1h30m`, `-1.5s`, `0`), a rest finer than that dropped; undefined
 * where Go cannot read it or 64 bits cannot hold it.
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function tryDuration(text: string): bigint | undefined {
  const sign = text.startsWith('-') ? -1n : 1n;
  const size = text.replace(/^[+-]/, '');
  if (size === '0') return 0n;
  if (!WHOLE.test(size)) return undefined;
  const total = [...size.matchAll(PART)].reduce((sum, [, before = '', after = '', unit = '']) => {
    const scale = UNITS.get(unit) ?? 0n;
    return sum + BigInt(`0${before}`) * scale + (BigInt(`0${after}`) * scale) / 10n ** BigInt(after.length);
  }, 0n);
  return total > (sign < 0n ? LARGEST + 1n : LARGEST) ? undefined : sign * total;
}

const LARGEST = 2n ** 63n - 1n;
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const ONE = String.raw`(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(ns|us|µs|μs|ms|s|m|h)`;
const WHOLE = new RegExp(`^(?:${ONE})+$`);
const PART = /([0-9]*)(?:\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)/g;

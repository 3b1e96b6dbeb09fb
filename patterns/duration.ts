/** A span of time with its unit: `'90s'`, `'2m'`, `'1h'`. */
export type Duration = `${number}${'s' | 'm' | 'h'}`;

/** The whole seconds of a span; undefined where it is none. */
export function trySeconds(duration: string): number | undefined {
  const [, amount, unit] = /^([1-9]\d*)([smh])$/.exec(duration) ?? [];
  return amount === undefined ? undefined : Number(amount) * SECONDS[unit as keyof typeof SECONDS];
}

/**
 * The whole seconds of a span.
 *
 * @throws TypeError where it is none.
 */
export function seconds(duration: string): number {
  const whole = trySeconds(duration);
  if (whole !== undefined) return whole;
  throw new TypeError(`a time has a unit, as "90s" and "2m" do, and got ${JSON.stringify(duration)}`);
}

const SECONDS = { s: 1, m: 60, h: 3600 } as const;

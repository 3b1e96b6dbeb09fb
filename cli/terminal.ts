import type { WriteStream } from 'node:tty';

/**
 * Whether a stream shows colours: a terminal does, unless the user has set `NO_COLOR`, and `FORCE_COLOR` decides for any.
 *
 * @see https://no-color.org
 */
export function colorOf({ isTTY }: WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTTY && TERM !== 'dumb';
}

/** How many columns a stream has; as many as people like to read where it is no terminal. */
export function widthOf({ isTTY, columns }: WriteStream): number {
  return isTTY && columns > 0 ? Math.min(columns, WIDEST) : DEFAULT_WIDTH;
}

const DEFAULT_WIDTH = 100;
const WIDEST = 120;

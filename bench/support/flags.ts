import { basename } from 'node:path';
import { parseArgs } from 'node:util';

/** What a flag of a program of the bench takes. */
export interface Taken<T> {
  /** In words, for the message. */
  readonly takes: string;
  /** Reads it; undefined where a text is none. */
  readonly read: (text: string) => T | undefined;
}

/** A flag, with what it is where nobody says. */
export interface Flag<T> extends Taken<T> {
  readonly default: string;
}

/** The flags of the program; where one cannot be read, says so and ends the process with 2. */
export function flagsOrExit<Values extends object>(flags: Flags<Values>): Values {
  try {
    return readFlags(flags, process.argv.slice(2));
  } catch (error) {
    const [, program = ''] = process.argv;
    process.stderr.write(`${basename(program, '.js')}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

/**
 * Reads the flags of a program.
 *
 * @throws TypeError where a flag is unknown, or its value is none.
 */
export function readFlags<Values extends object>(flags: Flags<Values>, args: readonly string[]): Values {
  const named = Object.entries<Flag<unknown>>(flags);
  const options = Object.fromEntries(named.map(([name]) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...args], options });
  const read = named.map(([name, flag]) => {
    const text = values[name] ?? flag.default;
    const value = flag.read(text);
    if (value === undefined) throw new TypeError(`--${name} takes ${flag.takes}, and got ${JSON.stringify(text)}`);
    return [name, value];
  });
  // Every flag has been read as its type says.
  return Object.fromEntries(read) as Values;
}

type Flags<Values> = { readonly [Name in keyof Values]: Flag<Values[Name]> };

/** A whole number from 1. */
export const wholeNumber: Taken<number> = {
  takes: 'a whole number from 1',
  read: (text) => (/^[1-9]\d*$/.test(text) ? Number(text) : undefined),
};

/** Whole numbers from 1 with commas between them. */
export const wholeNumbers: Taken<readonly number[]> = {
  takes: 'whole numbers from 1, as 10,100',
  read: (text) => (/^[1-9]\d*(?:,[1-9]\d*)*$/.test(text) ? text.split(',').map(Number) : undefined),
};

/** Names with commas between them, each one of those that are known. */
export function someOf(known: readonly string[]): Taken<readonly string[]> {
  const read = (text: string) => {
    const names = text.split(',');
    return names.every((name) => known.includes(name)) ? names : undefined;
  };
  return { takes: `some of ${known.join(', ')}`, read };
}

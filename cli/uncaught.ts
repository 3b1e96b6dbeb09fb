import { inspect } from 'node:util';

/**
 * Prints what an App's program threw and nobody caught: a refusal as the sentences that it holds, without the stack of
 * our own code above them.
 *
 * @returns the exit code: 2 for "could not do it", 1 for a fault of the program.
 */
export function printUncaught(error: unknown): 1 | 2 {
  const known = error instanceof Error && REFUSALS.includes(error.name);
  process.stderr.write(known ? `${error.name}: ${error.message}\n` : `${describe(error)}\n`);
  return known ? 2 : 1;
}

const REFUSALS = ['PodError', 'ForeignFileError', 'OutputError', 'PrintError', 'TSError'];

function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  return typeof error === 'string' ? error : inspect(error);
}

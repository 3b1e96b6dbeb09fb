import { setImmediate as turn } from 'node:timers/promises';
import { Interrupted } from './failure';

/** The signals by which a user, or who runs us, asks us to end. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Brings something to its end although we are asked to end meanwhile, so that nothing is left half done.
 *
 * @throws Interrupted when it has ended, where we were asked.
 */
export async function toTheEnd<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  let asked: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals) => {
    asked ??= signal;
  };
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return await act();
  } finally {
    // What came while files were being read or written is heard in the next turn of the event loop that begins now.
    await turn();
    await turn();
    for (const signal of SIGNALS) process.off(signal, note);
    refuseToGoOn(asked);
  }
}

/** What was made is not wanted any more, and why something failed is no news. */
function refuseToGoOn(asked: NodeJS.Signals | undefined): void {
  if (asked !== undefined) throw new Interrupted(asked);
}

/** Something about the output folder that keeps files from being written, with the operating system's reason. */
export class OutputError extends Error {
  override readonly name = 'OutputError';

  /** @param isBegun Whether some files are in their places already. */
  constructor(path: string, cause: unknown, isBegun: boolean) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const state = isBegun ? 'each file there is still whole, old or new: run it again' : 'nothing was written';
    super(`${path} cannot be written; ${state}: ${reason}`, { cause });
  }
}

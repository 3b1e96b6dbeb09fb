/** Something about the output folder that keeps files from being written, with the operating system's reason. */
export class OutputError extends Error {
  override readonly name = 'OutputError';

  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${path} cannot be written; each file there is still whole, old or new: ${reason}`, { cause });
    // Node prints the cause of an uncaught error with its stack; the message says it all already.
    Object.defineProperty(this, 'cause', { enumerable: false });
  }
}

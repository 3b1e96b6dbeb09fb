/** Something in the output folder that is not ours, and why it may not be overwritten. */
export interface ForeignFile {
  readonly path: string;
  readonly why: string;
  /** Whether the user may have it replaced by saying so. */
  readonly adoptable: boolean;
}

/** Things in the output folder that are not ours and stand where our files would go. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';
  readonly paths: readonly string[];

  constructor(files: readonly ForeignFile[]) {
    const [things, them] =
      files.length === 1 ? ['something that is not ours', 'it'] : [`${files.length} things that are not ours`, 'them'];
    const adopt = files.every(({ adoptable }) => adoptable) ? `, or replace ${them} with podwright synth --adopt` : '';
    const lines = files.map(({ path, why }) => `\n  ${path}: ${why}`);
    super(`nothing was written, since ${things} would be overwritten; move ${them} away${adopt}:${lines.join('')}`);
    this.paths = files.map(({ path }) => path);
    Object.defineProperty(this, 'paths', { enumerable: false });
  }
}

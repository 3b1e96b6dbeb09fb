import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isOurs } from './header';
import { tryReadText } from './text-file';

/** A file to be: its path from the output folder, and all of its text. */
export interface ManifestFile {
  readonly path: string;
  readonly text: string;
}

/** Files of the output folder that are not ours and stand where ours would go. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';

  constructor(readonly paths: readonly string[]) {
    super(
      `nothing was written, since ${paths.length === 1 ? 'a file' : `${paths.length} files`} not written by Podwright ` +
        `would be overwritten; move or remove ${paths.length === 1 ? 'it' : 'them'}:\n  ${paths.join('\n  ')}`,
    );
    Object.defineProperty(this, 'paths', { enumerable: false });
  }
}

/**
 * Writes files that differ from what is there, each replaced whole in one step.
 *
 * @throws ForeignFileError before the first byte where a file that is not ours stands in the way.
 */
export function writeManifests(folder: string, files: readonly ManifestFile[]): void {
  const present = files.map(({ path }) => tryReadText(join(folder, path)));
  const foreign = files.filter((_, position) => !isOurs(present[position] ?? '') && present[position] !== undefined);
  if (foreign.length > 0) throw new ForeignFileError(foreign.map(({ path }) => join(folder, path)));
  mkdirSync(folder, { recursive: true });
  for (const [position, { path, text }] of files.entries()) {
    if (present[position] !== text) replace(join(folder, path), text);
  }
}

/** A reader sees the old text or the new one, never a part of it. */
function replace(path: string, text: string): void {
  const temporary = `${path}.podwright-new`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

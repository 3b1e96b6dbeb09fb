import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isOurs } from './header';
import { OutputError } from './output-error';
import { removeFiles, staleFiles } from './stale';
import { codeOf, tryReadText } from './text-file';

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
      `nothing was written, since ${paths.length === 1 ? 'something' : `${paths.length} things`} not written by Podwright ` +
        `would be overwritten; move or remove ${paths.length === 1 ? 'it' : 'them'}:\n  ${paths.join('\n  ')}`,
    );
    Object.defineProperty(this, 'paths', { enumerable: false });
  }
}

/**
 * Writes files that differ from what is there, each replaced whole in one step, and removes those of ours that are no
 * longer among them.
 *
 * @param kept Paths of other files of ours in the folder, which stay.
 * @throws ForeignFileError before the first byte where something that is not ours stands in the way; OutputError where
 *   the folder cannot be written.
 */
export function writeManifests(folder: string, files: readonly ManifestFile[], kept: readonly string[] = []): void {
  const present = files.map(({ path }) => tryReadStanding(join(folder, path)));
  const foreign = files.filter((_, position) => !(present[position] === undefined || isOurs(present[position])));
  if (foreign.length > 0) throw new ForeignFileError(foreign.map(({ path }) => join(folder, path)));
  for (const [position, { path, text }] of files.entries()) {
    if (present[position] !== text) replace(join(folder, path), text);
  }
  removeFiles(folder, staleFiles(folder, [...files.map(({ path }) => path), ...kept]));
}

/** The text of a file; a folder in its place, or a file in that of its folder, counts as a file that is not ours. */
function tryReadStanding(path: string): string | undefined {
  try {
    return tryReadText(path);
  } catch (error) {
    if (codeOf(error) === 'EISDIR' || codeOf(error) === 'ENOTDIR') return '';
    throw new OutputError(path, error);
  }
}

/** A reader sees the old text or the new one, never a part of it. */
function replace(path: string, text: string): void {
  const temporary = `${path}.podwright-new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    tryRemove(temporary);
    throw new OutputError(path, error);
  }
}

function tryRemove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What could not be written may not be removable either; the error that led here says why.
  }
}

import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isOurs } from './header';
import { codeOf, startOfText } from './text-file';

/**
 * The files of an output folder that we wrote once and that are not among the current ones, as paths from the folder.
 *
 * A folder that contains the working directory is a whole project or more, where such a file may belong to something
 * else: there nothing counts as stale.
 */
export function staleFiles(folder: string, current: readonly string[]): readonly string[] {
  if (isWithin(process.cwd(), folder)) return [];
  const known = new Set(current.map(alike));
  return filesIn(folder)
    .filter((path) => !known.has(alike(path)) && isOurs(startOfText(join(folder, path), LONGEST_MARK)))
    .sort();
}

/** Removes files of a folder, and the folders inside it that are empty then. */
export function removeFiles(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(join(folder, path), { force: true });
    for (let inner = dirname(path); inner !== '.'; inner = dirname(inner))
      if (!tryRemoveFolder(join(folder, inner))) break;
  }
}

/** Enough of a file to see who wrote it. */
const LONGEST_MARK = 256;

/** Some file systems hand out a name in another case, or in other code points, than it was given in. */
function alike(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(resolve(outer), inner);
  return path !== '..' && !path.startsWith(`..${sep}`);
}

function tryRemoveFolder(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}

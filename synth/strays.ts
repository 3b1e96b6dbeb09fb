import { readdirSync, type Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { isOurs } from './header';
import { readRecords, RESERVED } from './record';
import { startOfText } from './text-file';

/**
 * The files of an output folder that begin with our first line although no record lists them and nothing makes them:
 * copies, or what is left of a record that was lost.
 *
 * A folder that contains the working directory is a whole project or more, and is not searched.
 */
export function strayFiles(folder: string, current: readonly string[]): readonly string[] {
  if (isWithin(process.cwd(), folder)) return [];
  const known = new Set([...current, ...[...readRecords(folder).values()].flatMap((files) => [...files.keys()])]);
  return filesIn(folder, '')
    .filter((path) => !known.has(path) && isOurs(startOfText(join(folder, path), LONGEST_MARK)))
    .sort();
}

/** Enough of a file to see who wrote it. */
const LONGEST_MARK = 256;

/** The files below a folder; a folder with a record of its own is the output of another App. */
function filesIn(folder: string, below: string): string[] {
  const entries = entriesOf(join(folder, below));
  if (below !== '' && entries.some(({ name }) => name.startsWith(RESERVED))) return [];
  return entries.flatMap((entry) => {
    const path = `${below}${entry.name}`;
    if (entry.isDirectory()) return entry.name.startsWith(RESERVED) ? [] : filesIn(folder, `${path}/`);
    return entry.isFile() ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // It is not there, or is not for us to read: what we wrote is in neither.
    return [];
  }
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(resolve(outer), inner);
  return path !== '..' && !path.startsWith(`..${sep}`);
}

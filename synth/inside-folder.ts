import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './text-file';

/** Whether a path with `/` between its steps stays in the folder that it starts from, by its words alone. */
export function isInsideFolder(path: string): boolean {
  return !/[\p{Cc}\\]/u.test(path) && !EMPTY_OR_DOTS.test(path);
}

/** A step of a path that is empty, `.` or `..`. */
const EMPTY_OR_DOTS = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** `a` and `a/b` for `a/b/c.yaml`. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) folders.push(path.slice(0, end));
  return folders;
}

/** The way from an output folder to a file in it. */
export interface Way {
  /** What on it would lead out of the folder, or cannot hold the file; undefined where nothing does. */
  readonly obstacle?: string;
  /** Whether it ends before the file does: a folder of it is not there. */
  readonly isCut: boolean;
}

/** Looks at each folder on the way to a file. */
export function wayTo(folder: string, path: string): Way {
  for (const step of foldersOf(path)) {
    const stats = tryLstat(join(folder, step));
    if (stats === undefined) return CUT;
    if (stats.isSymbolicLink()) return barred(`${step} is a symbolic link, which may lead out of the folder`);
    if (!stats.isDirectory()) return barred(`${step} is a file, and a folder is needed there`);
  }
  return OPEN;
}

const OPEN: Way = { isCut: false };
const CUT: Way = { isCut: true };

function barred(obstacle: string): Way {
  return { obstacle, isCut: false };
}

/** The same for many files, with one look at each of their folders. */
export function waysTo(folder: string): (path: string) => Way {
  const byFolder = new Map<string, Way>();
  return (path) => {
    const inner = innerFolder(path);
    const way = byFolder.get(inner) ?? wayTo(folder, path);
    byFolder.set(inner, way);
    return way;
  };
}

/** The folder that a path with `/` between its steps says its file is in: `a/b` for `a/b/c.yaml`, and nothing for `c.yaml`. */
export function innerFolder(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Where the paths in a folder are, as `join` says it, which takes the folder and each path apart every time. */
export function placesIn(folder: string): (path: string) => string {
  const start = join(folder, 'x').slice(0, -1);
  return (path) => `${start}${path}`;
}

/** What stands at a path itself, symbolic links unfollowed; undefined where nothing does. */
export function tryLstat(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

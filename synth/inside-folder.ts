import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './text-file';

/** Whether a path with `/` between its steps stays in the folder that it starts from, by its words alone. */
export function isInsideFolder(path: string): boolean {
  const steps = path.split('/');
  return !/[\p{Cc}\\]/u.test(path) && steps.every((step) => !['', '.', '..'].includes(step));
}

/** `a` and `a/b` for `a/b/c.yaml`. */
export function foldersOf(path: string): string[] {
  const steps = path.split('/');
  return steps.slice(1).map((_, count) => steps.slice(0, count + 1).join('/'));
}

/** What is on the way to a file that would lead out of the folder, or cannot hold the file; undefined where nothing is. */
export function obstacleOnWay(folder: string, path: string): string | undefined {
  for (const step of foldersOf(path)) {
    const stats = tryLstat(join(folder, step));
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) return `${step} is a symbolic link, which may lead out of the folder`;
    if (!stats.isDirectory()) return `${step} is a file, and a folder is needed there`;
  }
  return undefined;
}

/** The same for many files, with one look at each of their folders. */
export function obstaclesOnWay(folder: string): (path: string) => string | undefined {
  const byFolder = new Map<string, string | undefined>();
  return (path) => {
    const inner = path.slice(0, path.lastIndexOf('/') + 1);
    if (!byFolder.has(inner)) byFolder.set(inner, obstacleOnWay(folder, path));
    return byFolder.get(inner);
  };
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

import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from './reason-of';

/** A file that is to be read. */
export interface FoundFile {
  readonly path: string;
  /** True where the user named the file itself, false where it was found in a folder. */
  readonly isNamed: boolean;
}

/** A file or folder that cannot be had, and why. */
export interface LostFile {
  readonly path: string;
  readonly reason: string;
}

/**
 * The files that the paths stand for, folders searched to the bottom for `*.yaml`, `*.yml` and `*.json` in the order of
 * their names; `-` stands for standard input. Symbolic links are followed, and each file is found once. What Git and npm
 * keep is passed over.
 */
export function* manifestFiles(paths: readonly string[]): Generator<FoundFile | LostFile> {
  const seen = new Set<string>();
  for (const path of paths) yield* filesAt(path, true, seen);
}

/** Whether a file in a folder is taken for manifests by its name. */
export function isManifestName(name: string): boolean {
  return MANIFEST.test(name);
}

const MANIFEST = /\.(?:ya?ml|json)$/i;
const PASSED_OVER: ReadonlySet<string> = new Set(['.git', 'node_modules']);

function* filesAt(path: string, isNamed: boolean, seen: Set<string>): Generator<FoundFile | LostFile> {
  const place = isNamed && path === '-' ? undefined : tryPlaceOf(path);
  if (place === undefined) yield { path, isNamed };
  else if ('reason' in place) yield { path, reason: place.reason };
  // A pipe in a folder would be waited for; one that is named, as in `<(helm template .)`, is wanted.
  else if (place.real === undefined) yield* isNamed ? [{ path, isNamed }] : [];
  else if (!seen.has(place.real)) {
    seen.add(place.real);
    if (place.stats.isDirectory()) yield* filesIn(path, place.real, seen);
    else yield { path, isNamed };
  }
}

/** What is at a path, and where it really is: pipes and devices are nowhere. */
function tryPlaceOf(
  path: string,
): { readonly stats: Stats; readonly real: string | undefined } | Pick<LostFile, 'reason'> {
  try {
    const stats = statSync(path);
    return { stats, real: stats.isDirectory() || stats.isFile() ? realpathSync(path) : undefined };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function* filesIn(folder: string, real: string, seen: Set<string>): Generator<FoundFile | LostFile> {
  const entries = tryEntriesIn(folder);
  if ('reason' in entries) {
    yield entries;
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield* fileAt(path, join(real, entry.name), seen);
    else yield* filesAt(path, false, seen);
  }
}

/** A plain file of a folder: the folder has said where it is and that it is one, so that nobody asks again. */
function* fileAt(path: string, real: string, seen: Set<string>): Generator<FoundFile> {
  if (seen.has(real)) return;
  seen.add(real);
  yield { path, isNamed: false };
}

/** The entries of a folder that are worth a look: manifests, and folders and what may lead to one. */
function tryEntriesIn(folder: string): readonly Dirent[] | LostFile {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => isManifestName(entry.name) || (!PASSED_OVER.has(entry.name) && isFolder(folder, entry)))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    return { path: folder, reason: reasonOf(error) };
  }
}

function isFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const place = tryPlaceOf(join(folder, entry.name));
  return 'stats' in place && place.stats.isDirectory();
}

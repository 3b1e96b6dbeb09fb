import { manifestsIn, type ManifestDocument, type Reading, type ReadProblem } from '../synth/read-yaml';
import { Failure } from './failure';
import { manifestFiles } from './manifest-files';
import { oneLine } from './print-verdict';
import { decodeText, readText, readTextFrom } from './read-text';
import { reasonOf } from './reason-of';

/** What was read of a file. */
export interface ReadFile {
  /** The path as the user would write it; `stdin` for standard input. */
  readonly name: string;
  /** True where the user named the file itself, false where it was found in a folder. */
  readonly isNamed: boolean;
  /** Each read when it is asked for. */
  readonly documents: Iterable<ManifestDocument | ReadProblem>;
}

/** A path at which nothing can be read, and why. */
export interface LostPath {
  readonly path: string;
  readonly reason: string;
}

/**
 * Reads the files that the paths stand for, one after the other; standard input for `-`, or where nothing is named.
 *
 * @throws Failure where nothing is named and nothing is piped in.
 */
export async function* readFiles(
  paths: readonly string[],
  purpose: string,
  reading: Reading = {},
): AsyncGenerator<ReadFile | LostPath> {
  if (paths.length === 0 && process.stdin.isTTY)
    throw new Failure(`nothing to ${purpose}: name files or folders, or pipe manifests in`);
  for (const file of manifestFiles(paths.length > 0 ? paths : ['-'])) {
    if ('reason' in file) yield file;
    else yield await readFile(file.path, file.isNamed, reading);
  }
}

/** Says on stderr that nothing can be read at a path. */
export function sayLost({ path, reason }: LostPath): void {
  process.stderr.write(`podwright: ${oneLine(path)}: ${reason}\n`);
}

/** What a file holds whose bytes are known already. */
export function readBytes(name: string, bytes: Buffer, reading: Reading): ReadFile {
  const text = decodeText(bytes);
  return { name, isNamed: false, documents: typeof text === 'string' ? manifestsIn(text, reading) : [text] };
}

async function readFile(path: string, isNamed: boolean, reading: Reading): Promise<ReadFile | LostPath> {
  try {
    const text = await (path === '-' ? readTextFrom(process.stdin) : readText(path));
    const documents = typeof text === 'string' ? manifestsIn(text, reading) : [text];
    return { name: path === '-' ? 'stdin' : path, isNamed, documents };
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
}

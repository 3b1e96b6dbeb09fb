import { spawnSync } from 'node:child_process';
import { Failure } from './failure';
import { isManifestName } from './manifest-files';

/** A file as Git keeps it. */
export interface GitFile {
  /** From the current folder. */
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * The manifests that a Git revision holds at a path, from the current folder: what `git show REVISION:PATH` would show.
 *
 * @throws Failure where Git, the revision or the path is not there.
 */
export function gitFiles(revision: string, path: string): readonly GitFile[] {
  const listed = git(['ls-tree', '-r', '-z', '--end-of-options', revision, '--', path]).toString('utf8');
  const entries = listed.split('\0').flatMap((line) => {
    const [, mode, hash, name] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    const isFile = mode !== undefined && mode !== SYMBOLIC_LINK;
    return isFile && hash !== undefined && name !== undefined ? [{ hash, name }] : [];
  });
  if (entries.length === 0) throw new Failure(`${revision} has nothing at ${path}`);
  const manifests = entries.filter(({ name }) => name === path || isManifestName(name));
  const contents = blobs(manifests.map(({ hash }) => hash));
  return manifests.map(({ name }, position) => ({ path: name, bytes: contents[position] ?? Buffer.alloc(0) }));
}

const SYMBOLIC_LINK = '120000';
const LARGEST = 1024 * 1024 * 1024;

/** The contents of many blobs by one process: for each a line with its size, the content, and a line break. */
function blobs(hashes: readonly string[]): readonly Buffer[] {
  const output = git(['cat-file', '--batch'], hashes.map((hash) => `${hash}\n`).join(''));
  const contents: Buffer[] = [];
  let at = 0;
  for (const hash of hashes) {
    const end = output.indexOf('\n', at);
    const size = Number(output.toString('utf8', at, end).split(' ')[2]);
    if (end === -1 || !Number.isInteger(size)) throw new Failure(`Git does not give the content of ${hash}`);
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

function git(args: readonly string[], input = ''): Buffer {
  const { error, status, stdout, stderr } = spawnSync('git', args, { input, maxBuffer: LARGEST });
  if (error !== undefined) throw new Failure(`Git cannot be run: ${error.message}`, { cause: error });
  if (status !== 0) throw new Failure(`Git says: ${stderr.toString('utf8').trim()}`);
  return stdout;
}

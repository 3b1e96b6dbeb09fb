import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { isOurs } from '../synth/header';
import { Failure } from './failure';
import { manifestFiles } from './manifest-files';

/** Where an output folder comes from: kept beside a build, never among the manifests, whose bytes it would change. */
interface SynthRecord {
  readonly podwright: string;
  /** The commit that is checked out; null outside of a Git repository. */
  readonly commit: string | null;
  /** Whether the working tree differs from that commit. */
  readonly changed: boolean | null;
  readonly folder: string;
  readonly manifests: number;
  /** Over paths and texts of all manifests: two folders with the same sum hold the same bytes. */
  readonly sha256: string;
}

/**
 * Prints, as JSON, which commit and which version an output folder comes from, and a sum over its bytes.
 *
 * @throws Failure where the folder holds no manifests of ours, or cannot be read.
 */
export function printRecord(folder: string, version: string): 0 {
  const sum = createHash('sha256');
  let manifests = 0;
  for (const file of manifestFiles([folder])) {
    if ('reason' in file) throw new Failure(`${file.path}: ${file.reason}`);
    const text = readFileSync(file.path, 'utf8');
    if (!isOurs(text)) continue;
    manifests += 1;
    sum.update(JSON.stringify([relative(folder, file.path).split(sep), text]));
  }
  if (manifests === 0) throw new Failure(`${folder} holds no manifests of Podwright: run podwright synth first`);
  const commit = tryGit('rev-parse', 'HEAD');
  const status = tryGit('status', '--porcelain');
  const record: SynthRecord = {
    podwright: version,
    commit: commit ?? null,
    changed: status === undefined ? null : status !== '',
    folder,
    manifests,
    sha256: sum.digest('hex'),
  };
  process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
  return 0;
}

function tryGit(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

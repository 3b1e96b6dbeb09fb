import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one whole process has cost. */
export interface Cost {
  /** Seconds of user and system time, all threads. */
  readonly cpu: number;
  /** Seconds of user time alone, all threads. */
  readonly user: number;
  /** Seconds from start to end. */
  readonly wall: number;
  /** The most memory that was resident at a time. */
  readonly megabytes: number;
}

/**
 * Runs a peer for so many workloads, in an empty folder of its own.
 *
 * The folders go when the bench ends: for minutes after thousands of files were removed, ext4 takes ten times as long to
 * make new ones, and the next peer would pay for it.
 *
 * @throws Error where it fails.
 */
export function costOf(peer: string, count: number): Cost {
  folders ??= temporaryFolder();
  return costOfProcess([join(__dirname, `../peers/${peer}.js`), String(count), mkdtempSync(join(folders, 'out-'))]);
}

let folders: string | undefined;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/**
 * Runs a program of Node with its arguments; what it prints goes nowhere.
 *
 * @param done The exit codes that say that it has done its work.
 * @throws Error where it ends with another.
 */
export function costOfProcess(program: readonly string[], done: readonly number[] = [0]): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const used = join(folder, 'used.json');
  try {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, ['--require', join(__dirname, 'measured.js'), ...program], {
      env: { ...process.env, BENCH_USED: used },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const wall = Number(process.hrtime.bigint() - start) / 1e9;
    if (status === null || !done.includes(status)) throw new Error(`${program.join(' ')} failed: ${stderr.toString()}`);
    return { ...(JSON.parse(readFileSync(used, 'utf8')) as Omit<Cost, 'wall'>), wall };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

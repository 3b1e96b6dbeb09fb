import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one whole process has cost. */
export interface Cost {
  /** Seconds of user and system time, all threads. */
  readonly cpu: number;
  /** Seconds from start to end. */
  readonly wall: number;
  /** The most memory that was resident at a time. */
  readonly megabytes: number;
}

/**
 * Runs a peer for so many workloads, in an empty folder of its own.
 *
 * @throws Error where it fails.
 */
export function costOf(peer: string, count: number): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const used = `${folder}.json`;
  try {
    const args = ['--require', join(__dirname, 'measured.js'), join(__dirname, `../peers/${peer}.js`)];
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, [...args, String(count), folder], {
      env: { ...process.env, BENCH_USED: used },
    });
    const wall = Number(process.hrtime.bigint() - start) / 1e9;
    if (status !== 0) throw new Error(`${peer} failed for ${count} workloads: ${stderr.toString()}`);
    const { cpu, megabytes } = JSON.parse(readFileSync(used, 'utf8')) as Omit<Cost, 'wall'>;
    return { cpu, wall, megabytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(used, { force: true });
  }
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

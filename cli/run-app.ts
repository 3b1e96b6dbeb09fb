import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { ManifestFile } from '../synth/write';
import { Failure } from './failure';

/**
 * Runs an App's command and returns the files that it writes, from a folder of their own that is removed again: the
 * output folder is not touched until the App has succeeded.
 *
 * @throws Failure where the command cannot be run, fails, or writes nothing.
 */
export async function runApp(command: string): Promise<readonly ManifestFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'podwright-'));
  try {
    await succeed(command, folder);
    const files = filesIn(folder);
    if (files.length === 0) throw new Failure(`"${command}" wrote no manifests: does it call app.synth()?`);
    return files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function succeed(command: string, folder: string): Promise<void> {
  const preload = `--require ${JSON.stringify(join(__dirname, 'preload.js'))}`;
  const env = {
    ...process.env,
    CDK8S_OUTDIR: folder,
    NODE_OPTIONS: [process.env['NODE_OPTIONS'], preload].filter(Boolean).join(' '),
  };
  // What the App prints is for the person who runs it; our own stdout carries data alone.
  const child = spawn(command, { shell: true, env, stdio: ['inherit', process.stderr, process.stderr] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Failure(`nothing was written, since "${command}" failed (exit code ${code ?? 'unknown'})`);
}

function filesIn(folder: string): ManifestFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

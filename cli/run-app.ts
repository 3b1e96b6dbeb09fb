import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { ManifestFile } from '../synth/write';
import { Failure, Interrupted } from './failure';

/**
 * Runs an App's command and returns the files that it writes, from a folder of their own that is removed again: the
 * output folder is not touched until the App has succeeded.
 *
 * @throws Failure where the command cannot be run, fails, or writes nothing; Interrupted by Ctrl-C.
 */
export async function runApp(command: string): Promise<readonly ManifestFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'podwright-'));
  try {
    await succeed(command, folder);
    const files = filesIn(folder);
    if (files.length === 0) {
      throw new Failure(`"${command}" wrote no manifests: does it call app.synth(), on an App without an outdir?`);
    }
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
  // What the App prints is for the person who runs it; our own stdout carries data alone. In a group of its own, so
  // that the shell and all that it started can be stopped together.
  const child = spawn(command, { shell: true, env, stdio: ['inherit', 2, 2], detached: HAS_GROUPS });
  const stopped = stopWith(child);
  const ended = new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    });
  });
  const code = await ended.finally(stopped.forget);
  const signal = stopped.signal();
  if (signal !== undefined) throw new Interrupted(signal);
  if (code !== 0) throw new Failure(`nothing was written, since "${command}" failed (exit code ${code})`);
}

const HAS_GROUPS = process.platform !== 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Hands signals on to a child, so that we outlive it and can clean up; who asks twice gets it by force. */
function stopWith(child: ChildProcess): {
  readonly signal: () => NodeJS.Signals | undefined;
  readonly forget: () => void;
} {
  let asked: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals) => {
    sendTo(child, asked === undefined ? signal : 'SIGKILL');
    asked = signal;
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  return { signal: () => asked, forget };
}

function sendTo({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(HAS_GROUPS ? -pid : pid, signal);
  } catch {
    // It has ended already.
  }
}

function filesIn(folder: string): ManifestFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubernetesVersion } from '../lib/kube/version';
import { HAND_OVER, TARGET } from '../synth/hand-over';
import { Failure } from './failure';
import { madeFiles } from './made-files';
import type { MadeFile } from './made-files';
import { withoutNpx } from './npx';
import { Progress } from './progress';
import { reasonOf } from './reason-of';
import { SIGNALS, toTheEnd } from './signals';

/** An App's command, and what is asked of it. */
export interface AppCommand {
  readonly command: string;
  /** The Kubernetes version to write for, whatever the App says. */
  readonly target?: KubernetesVersion;
}

/** Where an App puts its files until they are wanted, outside of the output folder. */
export class Workshop {
  private readonly root = makeTemporaryFolder();
  /** The folder that the App takes for its output folder. */
  readonly folder = join(this.root, 'files');
  /** The file in which it says what it made. */
  readonly index = join(this.root, 'index');

  constructor(private readonly app: AppCommand) {
    this.clearIndex();
  }

  /** What the App's process is told of it. */
  environment(): NodeJS.ProcessEnv {
    const preload = `--require ${JSON.stringify(join(__dirname, 'preload.js'))}`;
    return {
      ...process.env,
      CDK8S_OUTDIR: this.folder,
      [HAND_OVER]: this.index,
      ...(this.app.target === undefined ? {} : { [TARGET]: this.app.target }),
      NODE_OPTIONS: [process.env['NODE_OPTIONS'], preload].filter(Boolean).join(' '),
    };
  }

  /** Forgets what was handed over, before the App runs again. */
  clearIndex(): void {
    writeFileSync(this.index, '');
  }

  /**
   * What the App made, in the order in which it may be applied.
   *
   * @throws Failure where it made nothing, or what is no text, or cannot have been made for the target.
   */
  files(): readonly MadeFile[] {
    const files = madeFiles(this.folder, this.index);
    const { command, target } = this.app;
    if (files.length === 0) {
      throw new Failure(`"${command}" wrote no manifests: does it call app.synth(), on an App without an outdir?`);
    }
    const stranger = files.find(({ object }) => object === undefined);
    if (target !== undefined && stranger !== undefined) {
      throw new Failure(
        `--target reaches the App of podwright alone, and ${stranger.path} was written by something else`,
      );
    }
    return files;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function makeTemporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'podwright-'));
  } catch (error) {
    throw new Failure(`no temporary folder can be made in ${tmpdir()}, which TMPDIR decides: ${reasonOf(error)}`);
  }
}

/**
 * Runs an App's command and returns the files that it writes, from a folder of their own that is removed again: the
 * output folder is not touched until the App has succeeded.
 *
 * @param stop Ends the command by force.
 * @throws Failure where the command cannot be run, fails, or writes nothing; Interrupted by Ctrl-C.
 */
export function runApp(app: AppCommand, stop?: AbortSignal): Promise<readonly MadeFile[]> {
  return toTheEnd(async () => {
    const workshop = new Workshop(app);
    try {
      await succeed(app.command, workshop.environment(), stop);
      return workshop.files();
    } finally {
      workshop.remove();
    }
  });
}

/**
 * Runs a command to its end.
 *
 * @throws Failure where it cannot be run or fails.
 */
async function succeed(command: string, env: NodeJS.ProcessEnv, stop?: AbortSignal): Promise<void> {
  const progress = new Progress();
  // What the App prints is for the person who runs it; our own stdout carries data alone. In a group of its own, so
  // that the shell and all that it started can be stopped together.
  const started = withoutNpx({ command, env });
  const child = spawn(started.command, {
    shell: true,
    env: started.env,
    stdio: progress.isLive ? ['inherit', 'pipe', 'pipe'] : ['inherit', 2, 2],
    detached: HAS_GROUPS,
  });
  const signals = stopWith(child);
  const abort = () => {
    sendTo(child, 'SIGKILL');
  };
  stop?.addEventListener('abort', abort);
  const shown = showProgress(command, child, progress);
  const ended = new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    });
  });
  const code = await ended.finally(() => {
    signals.forget();
    stop?.removeEventListener('abort', abort);
    shown.end();
  });
  if (code !== 0) throw new Failure(`nothing was written, since "${command}" failed (exit code ${code})`);
}

/** Says on a terminal how long a command has been running, between what it prints itself. */
function showProgress(command: string, child: ChildProcess, progress: Progress): { readonly end: () => void } {
  if (!progress.isLive) return { end: () => undefined };
  const start = Date.now();
  let isBetweenLines = true;
  const print = (chunk: Buffer) => {
    progress.clear();
    process.stderr.write(chunk);
    isBetweenLines = chunk.at(-1) === NEWLINE;
  };
  child.stdout?.on('data', print);
  child.stderr?.on('data', print);
  const timer = setInterval(() => {
    if (isBetweenLines) progress.show(() => `running "${command}" for ${Math.round((Date.now() - start) / 1000)} s`);
  }, 1000);
  const end = () => {
    clearInterval(timer);
    progress.clear();
  };
  return { end };
}

const NEWLINE = 10;
const HAS_GROUPS = process.platform !== 'win32';

/** Hands signals on to a child, so that we outlive it and can clean up; who asks twice gets it by force. */
function stopWith(child: ChildProcess): { readonly forget: () => void } {
  let isAsked = false;
  const stop = (signal: NodeJS.Signals) => {
    sendTo(child, isAsked ? 'SIGKILL' : signal);
    isAsked = true;
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  return { forget };
}

function sendTo({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(HAS_GROUPS ? -pid : pid, signal);
  } catch {
    // It has ended already.
  }
}

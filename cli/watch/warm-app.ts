import { fork, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure';
import type { MadeFile } from '../made-files';
import { Workshop } from '../run-app';
import type { AppCommand } from '../run-app';
import type { Checked, Ended } from './messages';
import type { Program } from './program';

/** What an App made, and the files of the project that it was made of, where they are known. */
export interface WarmRun {
  readonly made: readonly MadeFile[];
  readonly loaded: readonly string[];
}

/** A program that is kept loaded between its runs. */
export class WarmApp {
  private readonly workshop: Workshop;
  private lastCheck: Promise<unknown> = Promise.resolve();
  private nextCheck: Promise<Checked | undefined> | undefined;
  private isRunning = false;
  private isClosed = false;
  private runner: ChildProcess | undefined;
  private checker: ChildProcess | undefined;

  constructor(
    private readonly app: AppCommand,
    private readonly program: Program,
  ) {
    this.workshop = new Workshop(app);
  }

  /**
   * Runs the program once more.
   *
   * @throws Failure where it fails, or makes nothing.
   */
  async run(): Promise<WarmRun> {
    this.workshop.clearIndex();
    this.isRunning = true;
    const { code, loaded } = await ask<Ended>(this.startedRunner(), 'run', (exit) => ({ code: exit, loaded: [] }));
    this.isRunning = false;
    const made = code === 0 ? this.workshop.files() : [];
    // An App of ours removes what it made before and makes no more; other programs leave it there.
    if (code !== 0 || made.some(({ object }) => object === undefined))
      rmSync(this.workshop.folder, { recursive: true, force: true });
    if (this.runner?.killed === true)
      throw new Failure(`nothing was written, since "${this.app.command}" was stopped before it had ended`);
    if (code !== 0) throw new Failure(`nothing was written, since "${this.app.command}" failed (exit code ${code})`);
    return { made, loaded };
  }

  /** What the compiler says of the program as it is by then; undefined where its command would not ask it, or cannot. */
  async check(): Promise<Checked | undefined> {
    if (!this.program.checksTypes) return undefined;
    // One check at a time, and one more for all that changed meanwhile.
    this.nextCheck ??= this.lastCheck.then(() => {
      this.nextCheck = undefined;
      if (this.isClosed) return undefined;
      const checked = ask<Checked | undefined>(this.startedChecker(), 'check', () => undefined);
      this.lastCheck = checked;
      return checked;
    });
    return this.nextCheck;
  }

  /** Ends a run that does not end by itself; the next one starts anew. */
  stopRun(): void {
    if (this.isRunning) this.runner?.kill('SIGKILL');
  }

  /** Ends what runs; the folder is removed when nobody writes into it any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([this.runner, this.checker].map(killed));
    this.workshop.remove();
  }

  private startedRunner(): ChildProcess {
    this.runner = alive(this.runner) ?? start('warm-process.js', this.program, this.workshop.environment());
    return this.runner;
  }

  private startedChecker(): ChildProcess {
    const known = alive(this.checker);
    if (known !== undefined) return known;
    this.checker = start('types-process.js', this.program, process.env);
    // Who waits for manifests comes first.
    if (this.checker.pid !== undefined) setPriority(this.checker.pid, 10);
    return this.checker;
  }
}

function start(name: string, { entry, args }: Program, env: NodeJS.ProcessEnv): ChildProcess {
  return fork(join(__dirname, name), [entry, ...args], { env, execArgv: [], stdio: ['ignore', 2, 2, 'ipc'] });
}

function alive(child: ChildProcess | undefined): ChildProcess | undefined {
  return child?.connected === true && child.exitCode === null && !child.killed ? child : undefined;
}

/** The end of a process, by force. */
function killed(child: ChildProcess | undefined): Promise<void> {
  return new Promise((done) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      done();
      return;
    }
    child.once('exit', () => {
      done();
    });
    child.kill('SIGKILL');
  });
}

/** Sends a request and waits for the answer, or for the end of who was asked. */
function ask<Answer>(child: ChildProcess, request: string, ended: (code: number) => Answer): Promise<Answer> {
  return new Promise((done) => {
    const onExit = (code: number | null) => {
      child.off('message', onMessage);
      done(ended(code ?? 1));
    };
    const onMessage = (answer: unknown) => {
      child.off('exit', onExit);
      done(answer as Answer);
    };
    child.once('exit', onExit);
    child.once('message', onMessage);
    child.send(request);
  });
}

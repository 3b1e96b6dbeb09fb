import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ForeignFileError } from '../../synth/foreign-file-error';
import { OutputError } from '../../synth/output-error';
import { Failure, Interrupted } from '../failure';
import { OutputFolder } from '../output-folder';
import type { AppCommand } from '../run-app';
import { SIGNALS, toTheEnd } from '../signals';
import { summaryOf } from '../summary';
import { Changes } from './changes';
import type { Checked } from './messages';
import { ColdApp } from './cold-app';
import { tryProgramOf } from './program';
import { WarmApp } from './warm-app';

/** What is watched: the App's command, and the folder that is written. */
export interface Watched extends AppCommand {
  readonly folder: string;
  readonly adopt: boolean;
}

/**
 * Writes the manifests anew at each change of the project, until the user stops it.
 *
 * @param read Reads what is watched; asked again when `cdk8s.yaml` has changed.
 * @throws Interrupted when the user stops it; Failure where there is nothing to watch from the start.
 */
export function watch(read: () => Watched): Promise<never> {
  // Under npx a signal comes twice, and the second must not cut off the clearing up after the first.
  return toTheEnd(() => watchOn(read));
}

async function watchOn(read: () => Watched): Promise<never> {
  const stopped = untilStopped();
  let watched = read();
  for (;;) {
    const session = new Session(watched);
    try {
      await Promise.race([session.untilSetupChanges(), stopped]);
    } finally {
      await session.close();
    }
    watched = readAgain(read) ?? watched;
  }
}

/** One setup of a project, watched until its `cdk8s.yaml`, its packages or its compiler options change. */
class Session {
  private readonly app: WarmApp | ColdApp;
  private readonly changes: Changes;
  private running: Promise<void> | undefined;
  private checks = 0;
  private hadTypeErrors = false;

  constructor(private readonly watched: Watched) {
    const program = tryProgramOf(watched.command);
    this.app = program === undefined ? new ColdApp(watched) : new WarmApp(watched, program);
    this.changes = new Changes('.', watched.folder);
    const cost = program === undefined ? `; "${watched.command}" is started anew at each change` : '';
    say(`watching for changes, Ctrl-C ends it${cost}`);
  }

  async untilSetupChanges(): Promise<void> {
    for (;;) {
      const next = this.changes.next();
      this.running = this.run();
      await Promise.race([this.running, next.then(() => this.patience())]);
      this.app.stopRun();
      await this.running;
      const changed = await next;
      if (changed.some((path) => SETUP.test(basename(path)))) return;
    }
  }

  async close(): Promise<void> {
    this.changes.close();
    await this.app.close();
    // What runs has been ended, and clears up behind itself.
    await this.running?.catch(() => undefined);
  }

  /** A program that does not end is ended by the next change, though not at once: most are about to. */
  private async patience(): Promise<void> {
    await Promise.race([this.running, sleep(PATIENCE, undefined, { ref: false })]);
  }

  private async run(): Promise<void> {
    const start = performance.now();
    try {
      const { made, loaded } = await this.app.run();
      for (const path of loaded) this.changes.watchFolder(dirname(path));
      const output = new OutputFolder(this.watched.folder, made);
      output.write(this.watched.adopt);
      say(`${summaryOf(output, this.watched.adopt).trimEnd()} (${Math.round(performance.now() - start)} ms)`);
    } catch (error) {
      if (!MENDABLE.some((kind) => error instanceof kind)) throw error;
      say((error as Error).message);
    }
    const { checks } = this;
    this.checks += 1;
    void this.app.check().then((checked) => {
      // What is said of an older state is news no more.
      if (this.checks === checks + 1) this.tellTypes(checked);
    });
  }

  /** Types are checked beside the run, so that nobody waits for them. */
  private tellTypes(checked: Checked | undefined): void {
    if (checked === undefined) return;
    const { errors, text } = checked;
    if (errors > 0)
      say(
        `${errors === 1 ? '1 type error' : `${errors} type errors`}: podwright synth would write nothing\n${text.trimEnd()}`,
      );
    else if (this.hadTypeErrors) say('no type errors any more');
    this.hadTypeErrors = errors > 0;
  }
}

/** In milliseconds. */
const PATIENCE = 5000;

/** What decides how a program is run, and not only what it does. */
const SETUP = /^(cdk8s\.yaml|package(-lock)?\.json|tsconfig.*\.json|\.env.*)$/;

/** What the next change may mend. */
const MENDABLE = [Failure, ForeignFileError, OutputError];

function readAgain(read: () => Watched): Watched | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(error.message);
    return undefined;
  }
}

function say(text: string): void {
  const time = new Date().toTimeString().slice(0, 8);
  process.stderr.write(`[${time}] ${text}\n`);
}

function untilStopped(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of SIGNALS) {
      process.once(signal, () => {
        reject(new Interrupted(signal));
      });
    }
  });
}

import { runApp } from '../run-app';
import type { AppCommand } from '../run-app';
import type { Checked } from './messages';
import type { WarmRun } from './warm-app';

/** A command that is started anew at each run, since it cannot be kept loaded. */
export class ColdApp {
  private running = new AbortController();

  constructor(private readonly app: AppCommand) {}

  /**
   * Runs the command once more.
   *
   * @throws Failure where it fails, or makes nothing; Interrupted by Ctrl-C.
   */
  async run(): Promise<WarmRun> {
    this.running = new AbortController();
    return { made: await runApp(this.app, this.running.signal), loaded: [] };
  }

  /** The command checks its types itself, or does not. */
  check(): Promise<Checked | undefined> {
    return Promise.resolve(undefined);
  }

  /** Ends a run that does not end by itself. */
  stopRun(): void {
    this.running.abort();
  }

  close(): void {
    this.stopRun();
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { KubernetesVersion } from '../lib/kube/version';
import { verdictOn, type DocumentVerdict } from './document-verdict';
import { readFiles, sayLost, type LostPath, type ReadFile } from './documents';
import { Failure } from './failure';
import { oneLine, printVerdict, printVerdictAsJson } from './print-verdict';
import { Progress } from './progress';
import { VerdictTally } from './verdict-tally';

/** The flags of `podwright validate`. */
export interface ValidateOptions {
  readonly target: KubernetesVersion;
  readonly warnings?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/**
 * Judges the manifests of files, folders and standard input as an API server of the target version would, and prints
 * what it would refuse: 0 where everything is accepted, 1 where something is refused or cannot be read as YAML, 2 where
 * a path cannot be had.
 *
 * @throws Failure where nothing was judged at all.
 */
export async function validate(paths: readonly string[], options: ValidateOptions): Promise<0 | 1 | 2> {
  const run = new Validation(options);
  for await (const file of readFiles(paths, 'validate')) {
    if ('reason' in file) run.lose(file);
    else await run.file(file);
  }
  return run.end();
}

/** One run: what has been counted and how it is printed. */
class Validation {
  private readonly tally = new VerdictTally();
  private readonly progress = new Progress();
  private lastTurn = Date.now();

  constructor(private readonly options: ValidateOptions) {}

  /** Judges every document of a file. */
  async file({ name, isNamed, documents }: ReadFile): Promise<void> {
    for (const document of documents) {
      const verdict = verdictOn(name, document, { target: this.options.target, mayBeForeign: !isNamed });
      this.tally.add(verdict);
      this.print(verdict);
      this.progress.show(() => `${this.tally.judged} judged, ${this.tally.refused} refused: ${oneLine(name)}`);
      await this.letOthersRun();
    }
  }

  /** Says of a path that nothing can be read there. */
  lose(path: LostPath): void {
    this.tally.lost += 1;
    this.progress.clear();
    sayLost(path);
  }

  /** Prints the summary and gives the exit code. */
  end(): 0 | 1 | 2 {
    const { tally, options } = this;
    this.progress.clear();
    if (options.json !== true && options.quiet !== true) process.stdout.write(`${tally.summary()}\n`);
    if (tally.judged === 0) throw new Failure(tally.whyNothing());
    if (tally.lost > 0) return 2;
    return tally.refused + tally.unreadable > 0 ? 1 : 0;
  }

  private print(verdict: DocumentVerdict): void {
    const { json, quiet, warnings } = this.options;
    if (quiet === true) return;
    const text = json === true ? printVerdictAsJson(verdict) : printVerdict(verdict, warnings === true);
    if (text === '') return;
    this.progress.clear();
    process.stdout.write(text);
  }

  /** A reader that has gone away, as `head` does, is noticed between two turns of the event loop only. */
  private async letOthersRun(): Promise<void> {
    if (Date.now() - this.lastTurn < 20) return;
    await nextTurn();
    this.lastTurn = Date.now();
  }
}

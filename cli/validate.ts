import { setImmediate as nextTurn } from 'node:timers/promises';
import type { KubernetesVersion } from '../lib/kube/version';
import { manifestsIn, type ManifestDocument, type ReadProblem } from '../synth/read-yaml';
import { verdictOn, type DocumentVerdict } from './document-verdict';
import { Failure } from './failure';
import { manifestFiles, type FoundFile } from './manifest-files';
import { oneLine, printVerdict, printVerdictAsJson } from './print-verdict';
import { Progress } from './progress';
import { readText, readTextFrom } from './read-text';
import { reasonOf } from './reason-of';
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
  for (const file of manifestFiles(pathsOrStdin(paths))) {
    if ('reason' in file) run.lose(file.path, file.reason);
    else await run.file(file);
  }
  return run.end();
}

function pathsOrStdin(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths;
  if (process.stdin.isTTY) throw new Failure('nothing to validate: name files or folders, or pipe manifests in');
  return ['-'];
}

/** One run: what has been counted and how it is printed. */
class Validation {
  private readonly tally = new VerdictTally();
  private readonly progress = new Progress();
  private lastTurn = Date.now();

  constructor(private readonly options: ValidateOptions) {}

  /** Judges every document of a file. */
  async file({ path, isNamed }: FoundFile): Promise<void> {
    const name = path === '-' ? 'stdin' : path;
    for (const document of await this.documentsOf(path)) {
      const verdict = verdictOn(name, document, { target: this.options.target, mayBeForeign: !isNamed });
      this.tally.add(verdict);
      this.print(verdict);
      this.progress.show(() => `${this.tally.judged} judged, ${this.tally.refused} refused: ${oneLine(name)}`);
      await this.letOthersRun();
    }
  }

  /** Says of a path that nothing can be read there. */
  lose(path: string, reason: string): void {
    this.tally.lost += 1;
    this.progress.clear();
    process.stderr.write(`podwright: ${oneLine(path)}: ${reason}\n`);
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

  private async documentsOf(path: string): Promise<Iterable<ManifestDocument | ReadProblem>> {
    try {
      const text = await (path === '-' ? readTextFrom(process.stdin) : readText(path));
      return typeof text === 'string' ? manifestsIn(text) : [text];
    } catch (error) {
      this.lose(path, reasonOf(error));
      return [];
    }
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

import { join } from 'node:path';
import { planFolder } from '../synth/folder-plan';
import type { FolderPlan, PlannedFile } from '../synth/folder-plan';
import { hasOrphans } from '../synth/staging';
import { strayFiles } from '../synth/strays';
import { applyPlans } from '../synth/write';
import type { MadeFile } from './made-files';

/** An output folder beside what the Apps made for it. */
export class OutputFolder {
  readonly #plans: readonly FolderPlan[];
  /** Files that begin with our first line, that no record lists and nothing makes. */
  readonly strays: readonly string[];
  /** Whether a writer that was killed left something behind. */
  readonly hasOrphans: boolean;

  /** Compares the two, and writes nothing. */
  constructor(
    readonly folder: string,
    made: readonly MadeFile[],
  ) {
    const current = new Set(made.map(({ path }) => path));
    const shares = [...new Set(made.map(({ owner }) => owner))].map(
      (name) => [name, made.filter(({ owner }) => owner === name)] as const,
    );
    const partners = new Map(shares.map(([name, files]) => [name, new Set(files.map(({ path }) => path))]));
    this.#plans = shares.map(([name, files]) => planFolder(folder, files, { name, partners }));
    this.strays = strayFiles(folder, [...current]);
    this.hasOrphans = hasOrphans(folder);
  }

  get files(): readonly PlannedFile[] {
    return this.#plans.flatMap(({ files }) => files);
  }

  /** Files that we wrote and that nothing makes any more. */
  get stale(): readonly string[] {
    return this.#plans.flatMap(({ stale }) => stale);
  }

  /** Files that we wrote, that nothing makes any more, and that hold something else by now. */
  get left(): readonly string[] {
    return this.#plans.flatMap(({ left }) => left);
  }

  /** Records that are not what they will be. */
  get outdatedRecords(): readonly PlannedFile[] {
    return this.#plans.map(({ record }) => record).filter(({ standing }) => standing !== 'unchanged');
  }

  /** A path as the user knows it, from the current folder. */
  place(path: string): string {
    return join(this.folder, path);
  }

  /**
   * Makes the folder what the Apps say.
   *
   * @param adopt Whether what is not ours may be taken over, and strays are removed.
   * @throws ForeignFileError before the first byte; OutputError.
   */
  write(adopt: boolean): void {
    const strays = adopt ? this.strays : [];
    const plans = this.#plans.map((plan, position) =>
      position === 0 ? { ...plan, stale: [...plan.stale, ...strays] } : plan,
    );
    applyPlans(this.folder, plans, { adopt });
  }
}

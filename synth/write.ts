import { accessSync, constants, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDone, planFolder } from './folder-plan';
import type { FolderPlan, ManifestFile, Owner } from './folder-plan';
import { ForeignFileError } from './foreign-file-error';
import { innerFolder, placesIn, tryLstat } from './inside-folder';
import { OutputError } from './output-error';
import { InPlace, removeOrphans, Staging } from './staging';
import { tryReadText } from './text-file';

/**
 * Writes files that differ from what is there, each replaced whole in one step, removes those of the same owner that
 * are no longer among them, and records what it wrote.
 *
 * @throws ForeignFileError before the first byte where something that is not ours stands in the way; OutputError where
 *   the folder cannot be written.
 */
export function writeManifests(folder: string, files: readonly ManifestFile[], owner: Owner): void {
  applyPlans(folder, [planFolder(folder, files, owner)]);
}

/** How a plan is applied. */
export interface ApplyOptions {
  /** Whether what is not ours may be taken over. @default false */
  readonly adopt?: boolean;
  /** Whether nobody reads the folder before all is done, so that a file may be half written meanwhile. @default false */
  readonly unread?: boolean;
}

/**
 * Makes an output folder what the plans of its owners say: all of them, or none.
 *
 * @throws ForeignFileError before the first byte; OutputError.
 */
export function applyPlans(
  folder: string,
  plans: readonly FolderPlan[],
  { adopt = false, unread = false }: ApplyOptions = {},
): void {
  refuseForeign(folder, plans, adopt);
  const open = plans.filter((plan) => !isDone(plan));
  if (open.length === 0) {
    removeOrphans(folder);
    return;
  }
  const written = open.flatMap(({ files }) => files.filter(({ standing }) => standing !== 'unchanged'));
  const records = open.map(({ record }) => record);
  const stale = open.flatMap((plan) => plan.stale.map((path) => ({ path, standing: 'changed' })));
  const step = new Steps(folder);
  const folders = new Folders(folder);
  step.each([...written, ...records, ...stale], (place, { path, standing }) => {
    if (standing !== 'missing') mustBeWritable(place);
    folders.mustTake(path);
  });
  const staging = step.at('', () => (unread ? new InPlace(folder) : new Staging(folder)));
  try {
    // Everything is on the disk before the first file is replaced: a full one changes nothing.
    const put = ({ path, text }: ManifestFile): WaitingFile => ({
      path,
      moveTo: step.at(path, () => staging.put(text)),
    });
    const meanwhile = records.map(({ path, meanwhile: text }) => put({ path, text }));
    const waiting = written.map(put);
    const last = records.map(put);
    step.each(waiting, (_, { path }) => {
      folders.make(path);
    });
    step.each(records, (place, { before, meanwhile: between, text }) => {
      mustHold(place, [before, between, text]);
    });
    // What nobody reads yet is as good as not written.
    step.isBegun = !unread;
    // Who is killed from here on finds in the record, next time, whatever may be his.
    step.each([...meanwhile, ...waiting], putInPlace);
    step.each(stale, (place, { path }) => {
      remove(folder, place, path);
    });
    step.each(records, (place, { meanwhile: between, text }) => {
      mustHold(place, [between, text]);
    });
    step.each(last, putInPlace);
  } finally {
    staging.close();
  }
}

/** A file whose text waits to take its place. */
interface WaitingFile {
  readonly path: string;
  readonly moveTo: (place: string) => void;
}

function putInPlace(place: string, { moveTo }: WaitingFile): void {
  moveTo(place);
}

/** The steps of writing, each of which tells at which file it failed, and whether files have been replaced by then. */
class Steps {
  isBegun = false;
  readonly #placeOf: (path: string) => string;

  constructor(private readonly folder: string) {
    this.#placeOf = placesIn(folder);
  }

  each<File extends { readonly path: string }>(files: readonly File[], act: (place: string, file: File) => void): void {
    for (const file of files) {
      this.at(file.path, (place) => {
        act(place, file);
      });
    }
  }

  at<Result>(path: string, act: (place: string) => Result): Result {
    try {
      return act(this.#placeOf(path));
    } catch (error) {
      throw new OutputError(join(this.folder, path), error, this.isBegun);
    }
  }
}

/** The folders of files to be, each asked about and made once. */
class Folders {
  readonly #asked = new Set<string>();
  readonly #made = new Set<string>();

  constructor(private readonly folder: string) {}

  /** The folder of a file, or the nearest one that is there, must let files be put into it. */
  mustTake(path: string): void {
    const inner = innerFolder(path);
    if (this.#asked.has(inner)) return;
    let place = join(this.folder, inner);
    while (tryLstat(place) === undefined) place = dirname(place);
    accessSync(place, constants.W_OK);
    this.#asked.add(inner);
  }

  make(path: string): void {
    const inner = innerFolder(path);
    if (this.#made.has(inner)) return;
    mkdirSync(join(this.folder, inner), { recursive: true });
    this.#made.add(inner);
  }
}

function refuseForeign(folder: string, plans: readonly FolderPlan[], adopt: boolean): void {
  const refused = plans.flatMap(({ files }) =>
    files.flatMap(({ path, obstacle }) =>
      obstacle === undefined || (adopt && obstacle.adoptable) ? [] : [{ path: join(folder, path), ...obstacle }],
    ),
  );
  if (refused.length > 0) throw new ForeignFileError(refused);
}

/** A record that holds something else than we know was written by another run, at the same time and otherwise. */
function mustHold(place: string, texts: readonly (string | undefined)[]): void {
  if (!texts.includes(tryReadText(place))) throw new Error('another run is writing here at the same time');
}

/** A file that may not be changed can be replaced all the same where its folder may be: whoever made it so meant it. */
function mustBeWritable(place: string): void {
  const stats = tryLstat(place);
  if (stats?.isSymbolicLink() === true) return;
  if (stats !== undefined) accessSync(place, constants.W_OK);
}

/** Removes a file, and the folders inside the output folder that are empty then. */
function remove(folder: string, place: string, path: string): void {
  rmSync(place, { force: true });
  for (let inner = dirname(path); inner !== '.'; inner = dirname(inner)) {
    if (!tryRemoveFolder(join(folder, inner))) break;
  }
}

function tryRemoveFolder(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}

import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOurs } from './header';
import { tryLstat, wayTo, waysTo } from './inside-folder';
import type { Way } from './inside-folder';
import { OutputError } from './output-error';
import { digestOf, printRecord, readRecords, recordFile } from './record';
import type { RecordHeader, Records, WrittenFiles } from './record';
import { codeOf, tryReadText } from './text-file';

/** A file to be: its path from the output folder, and all of its text. */
export interface ManifestFile {
  readonly path: string;
  readonly text: string;
}

/**
 * What stands where a file goes: nothing, the same text, a text that we wrote and the code has outgrown, one of ours
 * that somebody edited since, or what is not ours.
 */
export type Standing = 'missing' | 'unchanged' | 'changed' | 'edited' | 'foreign';

/** What keeps a file from being written, and whether it may be taken over where the user says so. */
export interface Obstacle {
  readonly why: string;
  readonly adoptable: boolean;
}

/** A file to be, compared with what is there. */
export interface PlannedFile extends ManifestFile {
  /** That of the text. */
  readonly digest: string;
  readonly standing: Standing;
  readonly obstacle?: Obstacle;
}

/** What writing would do to an output folder. */
export interface FolderPlan {
  readonly folder: string;
  readonly files: readonly PlannedFile[];
  /** Files that we wrote and that nothing makes any more: to be removed. */
  readonly stale: readonly string[];
  /** Files that we wrote, that nothing makes any more, and that hold something else by now: to be left. */
  readonly left: readonly string[];
  readonly record: PlannedRecord;
}

/** The record of what we wrote. */
export interface PlannedRecord extends PlannedFile {
  /** What stands in it before files are written; undefined where there is none. */
  readonly before: string | undefined;
  /** What stands in it while files are being written. */
  readonly meanwhile: string;
}

/** Whose files they are. */
export interface Owner extends RecordHeader {
  /** Files of the same record that somebody else has just written, with their digests. */
  readonly kept?: ReadonlyMap<string, string>;
  /** The paths of what others make in the same run, by the names of their records: what one gives up another may take. */
  readonly partners?: Partners;
}

type Partners = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Compares files to be with an output folder, and writes nothing.
 *
 * @throws OutputError where the folder cannot be read.
 */
export function planFolder(folder: string, files: readonly ManifestFile[], owner: Owner): FolderPlan {
  try {
    return compare(folder, files, owner);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new OutputError(folder, error, false);
  }
}

/** Whether a folder is, to the byte, what the plan would make of it. */
export function isDone({ files, stale, record }: FolderPlan): boolean {
  return stale.length === 0 && [...files, record].every(({ standing }) => standing === 'unchanged');
}

const NONE: ReadonlyMap<string, string> = new Map();
const ALONE: Partners = new Map();

function compare(folder: string, files: readonly ManifestFile[], owner: Owner): FolderPlan {
  const { name, kept = NONE, partners = ALONE } = owner;
  const records = readRecords(folder);
  const mine: WrittenFiles = records.get(name) ?? new Map();
  const others = recordsOfOthers(records, name, partners);
  const way = waysTo(folder);
  const planned = files.map(({ path, text }): PlannedFile => {
    const digest = digestOf(text);
    return { path, text, digest, ...standingOf(folder, { path, digest }, way(path), mine, others) };
  });
  const current = new Map(kept);
  for (const { path, digest } of planned) current.set(path, digest);
  const isTaken = (path: string) =>
    ownerOf(path, others) !== undefined || [...partners.values()].some((paths) => paths.has(path));
  const gone = [...mine.keys()].filter((path) => !current.has(path) && !isTaken(path));
  const twins = gone.length === 0 ? NONE : new Map([...current.keys()].map((path) => [alike(path), path]));
  const places = gone.map((path) => ({ path, state: stateOfGone(folder, path, mine, twins.get(alike(path))) }));
  const now = new Map([...current].map(([path, digest]): [string, ReadonlySet<string>] => [path, new Set([digest])]));
  return {
    folder,
    files: planned,
    stale: places.flatMap(({ path, state }) => (state === 'stale' ? [path] : [])).sort(),
    left: places.flatMap(({ path, state }) => (state === 'left' ? [path] : [])).sort(),
    record: plannedRecord(folder, owner, now, mine),
  };
}

/** What others have written and still make, as far as that is known. */
function recordsOfOthers(records: Records, name: string, partners: Partners): Records {
  const others = [...records].filter(([other]) => other !== name);
  return new Map(
    others.map(([other, written]) => {
      const made = partners.get(other);
      return [other, made === undefined ? written : new Map([...written].filter(([path]) => made.has(path)))];
    }),
  );
}

function plannedRecord(folder: string, owner: Owner, now: WrittenFiles, before: WrittenFiles): PlannedRecord {
  const path = recordFile(owner.name);
  const text = printRecord(owner, now);
  const present = tryReadText(join(folder, path));
  const standing = present === undefined ? 'missing' : present === text ? 'unchanged' : 'changed';
  const record = { path, text, digest: digestOf(text), standing, before: present } as const;
  if (before.size === 0) return { ...record, meanwhile: text };
  const paths = [...new Set([...before.keys(), ...now.keys()])];
  const both = new Map(
    paths.map((key): [string, ReadonlySet<string>] => [
      key,
      new Set([...(before.get(key) ?? []), ...(now.get(key) ?? [])]),
    ]),
  );
  return { ...record, meanwhile: printRecord(owner, both) };
}

function standingOf(
  folder: string,
  { path, digest }: Pick<PlannedFile, 'path' | 'digest'>,
  { obstacle, isCut }: Way,
  mine: WrittenFiles,
  others: Records,
): Pick<PlannedFile, 'standing' | 'obstacle'> {
  if (obstacle !== undefined) return foreign(obstacle, false);
  if (isCut) return MISSING;
  const place = join(folder, path);
  const stats = tryLstat(place);
  if (stats === undefined) return MISSING;
  if (stats.isSymbolicLink()) return foreign('is a symbolic link', true);
  if (!stats.isFile()) return foreign('is no file', false);
  const present = readFileSync(place);
  const found = digestOf(present);
  if (found === digest) return { standing: 'unchanged' };
  const owner = ownerOf(path, others);
  if (owner !== undefined) return foreign(`belongs to ${owner}, as ${recordFile(owner)} says`, false);
  const digests = mine.get(path);
  if (digests?.has(found) === true) return { standing: 'changed' };
  if (isOurs(present.toString('utf8', 0, ENOUGH))) return { standing: digests === undefined ? 'changed' : 'edited' };
  if (digests === undefined) return foreign('was not written by Podwright', true);
  return { standing: 'edited', obstacle: { why: 'was edited since it was written', adoptable: true } };
}

const MISSING = { standing: 'missing' } as const;

/** Enough of a file to see who wrote it. */
const ENOUGH = 256;

function foreign(why: string, adoptable: boolean): Pick<PlannedFile, 'standing' | 'obstacle'> {
  return { standing: 'foreign', obstacle: { why, adoptable } };
}

function ownerOf(path: string, others: Records): string | undefined {
  return [...others].find(([, files]) => files.has(path))?.[0];
}

/** What became of a file that we wrote and that nothing makes any more; `twin` is a current one of the same letters. */
function stateOfGone(
  folder: string,
  path: string,
  mine: WrittenFiles,
  twin: string | undefined,
): 'absent' | 'stale' | 'left' {
  const { obstacle, isCut } = wayTo(folder, path);
  if (obstacle !== undefined) return 'left';
  if (isCut) return 'absent';
  const place = join(folder, path);
  const stats = tryLstat(place);
  if (stats === undefined || (twin !== undefined && isSameFile(place, join(folder, twin)))) return 'absent';
  if (!stats.isFile()) return 'left';
  const present = readFileSync(place);
  const isOurText = mine.get(path)?.has(digestOf(present)) === true || isOurs(present.toString('utf8', 0, ENOUGH));
  return isOurText ? 'stale' : 'left';
}

/** Some file systems take names in another case, or in other code points, for the same. */
function alike(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => lstatSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

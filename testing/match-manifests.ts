import { dirname, join, resolve } from 'node:path';
import { App } from '../synth/app';
import { planFolder } from '../synth/folder-plan';
import type { ManifestFile } from '../synth/folder-plan';
import { digestOf } from '../synth/record';
import { strayFiles } from '../synth/strays';
import { tryReadText } from '../synth/text-file';
import { applyPlans, writeManifests } from '../synth/write';
import { verdictOf } from './verdict';
import type { MatcherContext, Verdict } from './verdict';

/**
 * Whether an App writes what a folder holds: one plain YAML file for each object, reasons and all. A file that is missing
 * is written, but never in CI; with the update flag (`-u`) the folder becomes what the App writes.
 *
 * @param folder From the folder of the test file.
 */
export function toMatchManifests(this: MatcherContext, subject: unknown, folder: string): Verdict {
  if (!(subject instanceof App)) throw new TypeError('toMatchManifests expects an App of podwright');
  const files = subject.files();
  const place = resolve(this.testPath === undefined ? '.' : dirname(this.testPath), folder);
  const mode = modeOf(this);
  const plan = planFolder(place, files, { name: RECORD });
  const paths = files.map(({ path }) => path);
  const stale = [...new Set([...plan.stale, ...strayFiles(place, paths)])].sort();
  if (mode === 'all') {
    applyPlans(place, [{ ...plan, stale }]);
    return verdictOf([], `expected the App to write something else than ${folder}`);
  }
  const missing = files.filter(({ path }) => tryReadText(join(place, path)) === undefined);
  const failures = [
    ...files.filter((file) => !missing.includes(file)).flatMap((file) => differenceOf(this, place, folder, file)),
    ...(mode === 'none' ? missing.map(({ path }) => `${folder}/${path} is missing${IN_CI}`) : []),
    ...stale.map((path) => `${folder}/${path} is stale, nothing in the App makes it${UPDATE}`),
  ];
  if (mode !== 'none' && missing.length > 0) writeMissing(place, missing, [...paths, ...stale]);
  return verdictOf(failures, `expected the App to write something else than ${folder}`);
}

/** The name of the record of what was written here; an App that writes into the folder has another. */
const RECORD = 'snapshot';
const UPDATE = ': look at the change, then run the test with -u and commit the file';
const IN_CI = ', and is not written in CI: run the test on your machine and commit the file';

/** `all` with the update flag, `none` in CI, else `new`: as Jest and Vitest tell, or the environment. */
function modeOf({ snapshotState = {} }: MatcherContext): string {
  const told: unknown = Reflect.get(snapshotState, '_updateSnapshot');
  return typeof told === 'string' ? told : isCi() ? 'none' : 'new';
}

function isCi(): boolean {
  return !['', '0', 'false'].includes(process.env['CI'] ?? '');
}

function differenceOf(
  { utils }: MatcherContext,
  place: string,
  folder: string,
  { path, text }: ManifestFile,
): string[] {
  const present = tryReadText(join(place, path)) ?? '';
  if (present === text) return [];
  const diff = utils?.diff?.(present, text) ?? firstDifference(present, text);
  return [`${folder}/${path} differs from what the App writes${UPDATE}\n${diff}`];
}

function firstDifference(present: string, text: string): string {
  const [before, after] = [present.split('\n'), text.split('\n')];
  const line = after.findIndex((one, position) => one !== before[position]);
  const position = line < 0 ? after.length : line;
  return `line ${position + 1}:\n- ${before[position] ?? ''}\n+ ${after[position] ?? ''}`;
}

/** Everything that is there stays as it is: what differs and what is stale is for a person to look at. */
function writeMissing(place: string, missing: readonly ManifestFile[], all: readonly string[]): void {
  const present = all.flatMap((path): [string, string][] => {
    const text = tryReadText(join(place, path));
    return text === undefined ? [] : [[path, digestOf(text)]];
  });
  writeManifests(place, missing, { name: RECORD, kept: new Map(present) });
}

import { dirname, join, resolve } from 'node:path';
import { textArgument } from '../lib/pod/argument';
import { App } from '../synth/app';
import { planFolder } from '../synth/folder-plan';
import type { FolderPlan, ManifestFile, PlannedFile } from '../synth/folder-plan';
import { digestOf } from '../synth/record';
import { strayFiles } from '../synth/strays';
import { codeOf, tryReadText } from '../synth/text-file';
import { applyPlans, writeManifests } from '../synth/write';
import { described } from './described';
import { tryRival } from './shared-folder';
import { verdictOf } from './verdict';
import type { MatcherContext, Verdict } from './verdict';

/**
 * Whether an App writes what a folder holds: one plain YAML file for each object, reasons and all. A file that is missing
 * is written, but never in CI; with the update flag (`-u`) the folder becomes what the App writes.
 *
 * @param folder From the folder of the test file; each App has one of its own.
 * @throws TypeError where it is no App or no folder, or the test says `.not`: what is written would have to differ.
 */
export function toMatchManifests(this: MatcherContext, subject: unknown, folder: string): Verdict {
  if (this.isNot === true) throw new TypeError('toMatchManifests cannot be used with .not, since it writes files');
  if (!(subject instanceof App)) {
    throw new TypeError(`toMatchManifests expects an App of podwright, and got ${described(subject)}`);
  }
  textArgument('the folder of the manifests', folder);
  const files = subject.files();
  const place = resolve(this.testPath === undefined ? '.' : dirname(this.testPath), folder);
  const rival = tryRival(this, place, files);
  if (rival !== undefined) {
    return verdictOf([`${folder} holds what another App writes, in the test "${rival}": ${ONE_EACH}`], HOLDS);
  }
  const plan = planFolder(place, files, OWNER);
  const paths = files.map(({ path }) => path);
  const stale = [...new Set([...plan.stale, ...strayFiles(place, paths)])].sort();
  const mode = modeOf(this);
  if (mode === 'all') {
    const barred = plan.files.flatMap((file) => obstacleTo(folder, file));
    if (barred.length === 0) applyPlans(place, [{ ...plan, stale }]);
    return verdictOf(barred, HOLDS);
  }
  const missing = plan.files.filter(({ path }) => tryText(join(place, path)) === undefined);
  const barred = missing.flatMap((file) => obstacleTo(folder, file));
  const unwritten = mode === 'none' ? missing.filter(({ obstacle }) => obstacle === undefined) : [];
  if (mode !== 'none' && missing.length > 0 && barred.length === 0) writeMissing(plan, missing, stale);
  const failures = [
    ...barred,
    ...plan.files.filter((file) => !missing.includes(file)).flatMap((file) => differenceOf(this, place, folder, file)),
    ...unwritten.map(({ path }) => `${folder}/${path} is missing${IN_CI}`),
    ...stale.map((path) => `${folder}/${path} is stale, nothing in the App makes it${REMOVE}`),
  ];
  return verdictOf(failures, HOLDS);
}

/** Of the record of what was written here; an App that writes into the folder has one of another name. */
const OWNER = { name: 'snapshot', command: 'the tests with -u' };
const HOLDS = 'the App writes what the folder holds';
const ONE_EACH = 'give each App a folder of its own';
const UPDATE = ': look at the change, then run the test with -u and commit the file';
const REMOVE = ': look at the change, then run the test with -u, which removes it';
const IN_CI = ', and is not written in CI: run the test on your machine and commit the file';
const MOVE = '; move it away, or give the test another folder';
const WINDOWS = 'has the line ends of Windows, and the App writes LF: put "*.yaml text eol=lf" into .gitattributes';

/** `all` with the update flag, `none` in CI, else `new`: as Jest and Vitest tell, or the environment. */
function modeOf({ snapshotState = {} }: MatcherContext): string {
  const told: unknown = Reflect.get(snapshotState, '_updateSnapshot');
  return typeof told === 'string' ? told : isCi() ? 'none' : 'new';
}

function isCi(): boolean {
  return !['', '0', 'false'].includes(process.env['CI'] ?? '');
}

function obstacleTo(folder: string, { path, obstacle }: PlannedFile): string[] {
  return obstacle === undefined ? [] : [`${folder}/${path} cannot be written: ${obstacle.why}${MOVE}`];
}

function differenceOf({ utils }: MatcherContext, place: string, folder: string, file: PlannedFile): string[] {
  const { path, text, obstacle } = file;
  const present = tryText(join(place, path)) ?? '';
  if (present === text) return [];
  if (present.replaceAll('\r\n', '\n') === text) return [`${folder}/${path} ${WINDOWS}`];
  const advice = obstacle === undefined ? UPDATE : `, and -u does not replace it: ${obstacle.why}${MOVE}`;
  const diff = utils?.diff?.(present, text) ?? firstDifference(present, text);
  return [`${folder}/${path} differs from what the App writes${advice}\n${diff}`];
}

/** The text of a file; undefined where there is none, or a folder in its place, or a file in that of its folder. */
function tryText(path: string): string | undefined {
  try {
    return tryReadText(path);
  } catch (error) {
    if (codeOf(error) === 'EISDIR' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

function firstDifference(present: string, text: string): string {
  const [before, after] = [present.split('\n'), text.split('\n')];
  const line = after.findIndex((one, position) => one !== before[position]);
  const position = line < 0 ? after.length : line;
  return `line ${position + 1}:\n- ${before[position] ?? ''}\n+ ${after[position] ?? ''}`;
}

/**
 * Everything that is there stays as it is: what differs and what is stale is for a person to look at. What is not ours
 * stays out of the record, which would make it ours.
 */
function writeMissing({ folder, files }: FolderPlan, missing: readonly ManifestFile[], stale: readonly string[]): void {
  const ours = files.filter(({ obstacle }) => obstacle === undefined).map(({ path }) => path);
  const present = [...ours, ...stale].flatMap((path): [string, string][] => {
    const text = tryText(join(folder, path));
    return text === undefined ? [] : [[path, digestOf(text)]];
  });
  writeManifests(folder, missing, { ...OWNER, kept: new Map(present) });
}

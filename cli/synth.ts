import { join } from 'node:path';
import { exceptionsIn, hasEnded } from '../synth/exceptions';
import { isOurs, lastDayOf } from '../synth/header';
import { staleFiles } from '../synth/stale';
import { writeManifests } from '../synth/write';
import type { ManifestFile } from '../synth/write';
import type { Config } from './config';
import { Failure } from './failure';
import { runApp } from './run-app';
import { dayOf } from './day-of';
import { tryReadText } from '../synth/text-file';

/** The flags of `podwright synth`. */
export interface SynthOptions {
  readonly app?: string;
  readonly output?: string;
  readonly stdout?: true;
  readonly check?: true;
  readonly date?: string;
}

/** Runs the project's App and writes its manifests, prints them, or compares them with what is there. */
export async function synth(options: SynthOptions, config: Config): Promise<0 | 1> {
  const command = options.app ?? config.app;
  if (command === undefined) throw new Failure('no app to run: name one with --app, or as app in cdk8s.yaml');
  if (options.check === true && options.stdout === true)
    throw new Failure('--check prints no manifests: leave out --stdout');
  if (options.date !== undefined && options.check !== true) throw new Failure('--date is for --check alone');
  const today = dayOf(options.date);
  const files = await runApp(command);
  const folder = options.output ?? config.output ?? 'dist';
  if (options.check === true) return check(folder, files, today);
  if (options.stdout === true) process.stdout.write(files.map(({ text }) => text).join('---\n'));
  else write(folder, files);
  return 0;
}

function write(folder: string, files: readonly ManifestFile[]): void {
  const stranger = files.find(({ text }) => !isOurs(text));
  if (stranger !== undefined) {
    const detail = 'it could never be told from a file of somebody else, and never be replaced';
    throw new Failure(
      `${stranger.path} has no first line of ours, so ${detail}: use the App of podwright, or --stdout`,
    );
  }
  writeManifests(folder, files);
  process.stderr.write(`${files.length === 1 ? '1 manifest' : `${files.length} manifests`} in ${folder}\n`);
}

function check(folder: string, files: readonly ManifestFile[], today: string): 0 | 1 {
  const faults = files.flatMap(({ path, text }) => {
    const place = join(folder, path);
    const ended = exceptionsIn(text).filter((exception) => hasEnded(exception, today));
    const lastDay = lastDayOf(text);
    return [
      ...drift(place, text),
      ...(lastDay !== undefined && lastDay < today
        ? [`${place}: this experiment has ended on ${lastDay}; remove it`]
        : []),
      ...ended.map(({ line, text: sentence }) => `${place}:${line}: this exception has ended: ${sentence}`),
    ];
  });
  const current = files.map(({ path }) => path);
  for (const path of staleFiles(folder, current)) {
    faults.push(`${join(folder, path)}: stale, nothing in the code makes it; run podwright synth and commit that`);
  }
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  return faults.length === 0 ? 0 : 1;
}

function drift(path: string, text: string): string[] {
  const present = tryReadText(path);
  if (present === undefined) return [`${path}: missing; run podwright synth and commit it`];
  return present === text ? [] : [`${path}: differs from what the code says; run podwright synth and commit it`];
}

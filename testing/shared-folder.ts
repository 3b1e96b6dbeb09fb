import { digestOf } from '../synth/record';
import type { ManifestFile } from '../synth/folder-plan';
import type { MatcherContext } from './verdict';

/**
 * The test of the same file that holds a folder against an App that writes something else; undefined where none does.
 * Each of the two would find the files of the other stale, and with the update flag remove them.
 */
export function tryRival(
  { snapshotState, currentTestName = '' }: MatcherContext,
  place: string,
  files: readonly ManifestFile[],
): string | undefined {
  if (snapshotState === undefined) return undefined;
  const folders = BY_TEST_FILE.get(snapshotState) ?? new Map<string, Comparison>();
  BY_TEST_FILE.set(snapshotState, folders);
  const digest = digestOf(JSON.stringify(files.map(({ path, text }) => [path, text])));
  const first = folders.get(place);
  if (first === undefined) folders.set(place, { test: currentTestName, digest });
  return first === undefined || first.digest === digest ? undefined : first.test;
}

/** A test, and what its App writes. */
interface Comparison {
  readonly test: string;
  readonly digest: string;
}

/** By place; both Jest and Vitest make a state for each run of a test file. */
const BY_TEST_FILE = new WeakMap<object, Map<string, Comparison>>();

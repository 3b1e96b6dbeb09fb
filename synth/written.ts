import { resolve } from 'node:path';
import type { PlannedFile } from './folder-plan';
import { recordFile } from './record';

/** The files, with their digests, that other Apps of this process have written into a folder under the same name. */
export function filesOfOthers(folder: string, name: string, app: object): ReadonlyMap<string, string> {
  const others = [...(WRITTEN.get(placeOf(folder, name)) ?? [])].filter(([by]) => by !== tokenOf(app));
  return new Map(others.flatMap(([, files]) => [...files]));
}

/** Remembers what an App has just written, in place of what it wrote before. */
export function remember(folder: string, name: string, app: object, files: readonly PlannedFile[]): void {
  const place = placeOf(folder, name);
  const written = WRITTEN.get(place) ?? new Map<symbol, Files>();
  written.set(tokenOf(app), new Map(files.map(({ path, digest }) => [path, digest])));
  WRITTEN.set(place, written);
}

/** Forgets all of it, where one process stands for several runs. */
export function forgetWritten(): void {
  WRITTEN.clear();
}

type Files = ReadonlyMap<string, string>;

// Paths and digests alone: what has been written outlives its App, the App itself does not.
const WRITTEN = new Map<string, Map<symbol, Files>>();
const TOKENS = new WeakMap<object, symbol>();

function placeOf(folder: string, name: string): string {
  return resolve(folder, recordFile(name));
}

function tokenOf(app: object): symbol {
  const token = TOKENS.get(app) ?? Symbol('App');
  TOKENS.set(app, token);
  return token;
}

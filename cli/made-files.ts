import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ManifestFile } from '../synth/folder-plan';
import { readHandOver } from '../synth/hand-over';
import type { LaidOut } from '../synth/layout';
import { projectName } from '../synth/project-name';
import { readRecords, RESERVED } from '../synth/record';
import { Failure } from './failure';

/** A file that an App made. */
export interface MadeFile extends ManifestFile {
  /** The name of the record that it belongs to. */
  readonly owner: string;
  /** What is in it; undefined where it was not made by an App of ours. */
  readonly object: LaidOut | undefined;
}

/**
 * The files that Apps made in a folder: those that were handed over in the order in which they may be applied, then all
 * others by their names.
 *
 * @throws Failure where one of them is no text.
 */
export function madeFiles(folder: string, index: string): readonly MadeFile[] {
  const owners = new Map(
    [...readRecords(folder)].flatMap(([name, files]) =>
      [...files.keys()].map((path): [string, string] => [path, name]),
    ),
  );
  const objects = new Map(readHandOver(index).map(({ path, object }) => [path, object]));
  const present = new Set(filesIn(folder));
  const handedOver = [...objects.keys()].filter((path) => present.has(path));
  // What a record lists and nobody handed over is left from an earlier run.
  const others = [...present].filter((path) => !objects.has(path) && !owners.has(path)).sort();
  return [...handedOver, ...others].map((path) => ({
    path,
    text: textOf(folder, path),
    owner: owners.get(path) ?? projectName(),
    object: objects.get(path),
  }));
}

function textOf(folder: string, path: string): string {
  const bytes = readFileSync(join(folder, path));
  if (!isUtf8(bytes)) throw new Failure(`${path} is no text, and is not written: let the app put it somewhere else`);
  return bytes.toString('utf8');
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith(RESERVED));
}

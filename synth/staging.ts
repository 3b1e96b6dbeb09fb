import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESERVED } from './record';

/** A folder inside an output folder where texts wait, whole, until each takes its place in one step. */
export class Staging {
  readonly #path: string;
  #count = 0;

  /** Opens it, and takes away what writers left behind that were killed. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    removeOrphans(folder);
    this.#path = join(folder, `${PREFIX}${process.pid}`);
    mkdirSync(this.#path);
  }

  /** Writes a text to wait; what is returned puts it in its place. */
  put(text: string): (place: string) => void {
    const waiting = `${this.#path}/${this.#count}`;
    this.#count += 1;
    writeFileSync(waiting, text, NEW_TEXT);
    return (place) => {
      renameSync(waiting, place);
    };
  }

  /** Takes the folder away, with all that still waits in it. */
  close(): void {
    try {
      rmSync(this.#path, { recursive: true, force: true });
    } catch {
      // What could not be written may not be removable either; the error that led here says why.
    }
  }
}

/** With its encoding said, Node opens, writes and closes a file in one call, without a copy of the text in bytes. */
const NEW_TEXT = { encoding: 'utf8', flag: 'wx' } as const;

/** Texts that wait in memory, and are written where they belong: for a folder that nobody reads before all is done. */
export class InPlace {
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** What is returned writes the text; to write over a file takes a fraction of the time of making one. */
  put(text: string): (place: string) => void {
    return (place) => {
      writeFileSync(place, text);
    };
  }

  close(): void {
    // Nothing was put aside.
  }
}

/** Takes away what writers left behind that were killed. */
export function removeOrphans(folder: string): void {
  for (const name of orphansIn(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Whether an output folder holds what a writer left behind that was killed. */
export function hasOrphans(folder: string): boolean {
  return orphansIn(folder).length > 0;
}

/** The process that writes is part of the name, so that two of them do not meet. */
const PREFIX = `${RESERVED}new-`;

function orphansIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isOrphan);
  } catch {
    return [];
  }
}

function isOrphan(name: string): boolean {
  return name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length)));
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

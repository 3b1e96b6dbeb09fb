import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInsideFolder } from './inside-folder';
import { codeOf } from './text-file';

/** The files that one App wrote into a folder: by path, the digests of what it may have written there. */
export type WrittenFiles = ReadonlyMap<string, ReadonlySet<string>>;

/** The records of a folder, by the names of the Apps that keep them. */
export type Records = ReadonlyMap<string, WrittenFiles>;

/** What every name begins with that we use in an output folder for ourselves; no manifest may have it. */
export const RESERVED = '.podwright-';

/** The file in which an App keeps what it wrote; no tool takes its name for that of a manifest. */
export function recordFile(name: string): string {
  return `${RESERVED}${name}${EXTENSION}`;
}

/** Whether a text may name a record: what DNS takes as a label, dots allowed. */
export function isRecordName(name: string): boolean {
  return name.length <= 63 && /^[a-z0-9]([-._a-z0-9]*[a-z0-9])?$/.test(name);
}

/** The digest of a file, as `sha256sum` prints it. */
export function digestOf(content: string | Buffer): string {
  return hash('sha256', content);
}

/** Whose record it is, and what to run after a merge conflict in it. */
export interface RecordHeader {
  readonly name: string;
  /** @default 'podwright synth' */
  readonly command?: string;
}

/** A record as text: a line a file, sorted, as `sha256sum --check` reads them. */
export function printRecord({ name, command = 'podwright synth' }: RecordHeader, files: WrittenFiles): string {
  let text = HEADER(name, command);
  for (const path of [...files.keys()].sort()) {
    for (const digest of [...(files.get(path) ?? [])].sort()) text += `${digest}  ${path}\n`;
  }
  return text;
}

/** Every record of a folder; lines that are none, such as the marks of a merge conflict, are passed over. */
export function readRecords(folder: string): Records {
  const names = namesIn(folder).filter((file) => file.startsWith(RESERVED) && file.endsWith(EXTENSION));
  return new Map(
    names.map((file) => {
      const name = file.slice(RESERVED.length, -EXTENSION.length);
      return [name, parseRecord(readFileSync(join(folder, file), 'utf8'))];
    }),
  );
}

const EXTENSION = '.sha256';

const HEADER = (name: string, command: string) =>
  `# The files here that Podwright wrote for ${name}, so that it replaces and removes no others. Commit this file with them;\n` +
  `# after a merge conflict in it, run ${command}.\n`;

function parseRecord(text: string): WrittenFiles {
  const files = new Map<string, Set<string>>();
  for (const [, digest = '', path = ''] of text.matchAll(/^([0-9a-f]{64}) [ *](.+?)\r?$/gm)) {
    if (!isInsideFolder(path)) continue;
    files.set(path, (files.get(path) ?? new Set()).add(digest));
  }
  return files;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

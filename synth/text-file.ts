import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** The text of a file, or undefined where there is none. */
export function tryReadText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The first bytes of a file as text, or nothing where it cannot be read. */
export function startOfText(path: string, bytes: number): string {
  const buffer = Buffer.alloc(bytes);
  try {
    const file = openSync(path, 'r');
    try {
      return buffer.toString('utf8', 0, readSync(file, buffer));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

/** What the operating system calls an error: `ENOENT`, `EACCES`; undefined where it was not its. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

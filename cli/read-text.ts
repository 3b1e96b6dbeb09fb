import { isUtf8 } from 'node:buffer';
import { createReadStream, statSync, readFileSync } from 'node:fs';
import type { ReadProblem } from '../synth/read-yaml';

/** The most that is read of one file or from standard input, in bytes. */
const LARGEST = 256 * 1024 * 1024;

/** The text of a file; or why it is none: not UTF-8, or larger than any file of manifests. */
export async function readText(path: string): Promise<string | ReadProblem> {
  const stats = statSync(path);
  if (!stats.isFile()) return readTextFrom(createReadStream(path));
  if (stats.size > LARGEST) return TOO_LARGE;
  return decodeText(readFileSync(path));
}

/** The text of a stream, such as standard input, read to its end; or why it is none. */
export async function readTextFrom(stream: AsyncIterable<unknown>): Promise<string | ReadProblem> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > LARGEST) return TOO_LARGE;
    chunks.push(bytes);
  }
  return decodeText(Buffer.concat(chunks));
}

const TOO_LARGE: ReadProblem = { line: 1, message: `larger than ${LARGEST / 1024 / 1024} MiB: split it` };
const UTF_16 = ['fffe', 'feff'];

/** The text of a file that has been read; or why it is none. */
export function decodeText(bytes: Buffer): string | ReadProblem {
  if (UTF_16.includes(bytes.toString('hex', 0, 2))) return { line: 1, message: 'UTF-16 text: save it as UTF-8' };
  const text = bytes.toString('utf8');
  // With a null byte it is no text in any encoding, and the reader of YAML says so.
  if (isUtf8(bytes) || bytes.includes(0)) return text;
  return { line: lineOfFault(text), message: 'not UTF-8 from this line on: save it as UTF-8' };
}

function lineOfFault(text: string): number {
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}

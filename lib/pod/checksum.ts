import { createHash } from 'node:crypto';

/** An object whose content a Pod follows: its name, and a text that changes with the content. */
export interface Checksummed {
  readonly name: string;
  readonly checksum: string;
}

/** A sum over entries, the same in whatever order they are written. */
export function checksumOf(...parts: readonly Readonly<Record<string, unknown>>[]): string {
  const entries = parts.map((part) => Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex');
}

/** The annotation of a Pod that changes with the content of an object: a change replaces the Pods. */
export function checksumAnnotation(name: string): string {
  return `checksum/${name}`;
}

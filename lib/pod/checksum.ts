import { createHash } from 'node:crypto';
import { textArgument } from './argument';

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

/**
 * The annotation of a Pod that changes with the content of an object: a change replaces the Pods. A ConfigMap and a Secret
 * may share a name, and the Pods follow both: what stands there already remains.
 *
 * @throws TypeError where the object has no name, or no checksum.
 */
export function checksumAnnotation(
  { name, checksum }: Checksummed,
  annotations: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const key = `checksum/${textArgument('the name of what the Pod follows', name)}`;
  const known = annotations[key]?.split(', ') ?? [];
  const all = new Set([...known, textArgument(`the checksum of "${name}"`, checksum)]);
  return { [key]: [...all].join(', ') };
}

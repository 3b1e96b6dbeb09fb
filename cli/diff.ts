import { existsSync } from 'node:fs';
import type { KubernetesVersion } from '../lib/kube/version';
import { diff as diffSources, type Diff, type Source } from '../review';
import { printDiffHtml } from '../review/print/diff-html';
import { printDiffMarkdown } from '../review/print/diff-markdown';
import { printDiffText } from '../review/print/diff-text';
import type { DiffFormat } from './choices';
import { readBytes } from './documents';
import { Failure } from './failure';
import { gitFiles } from './git-files';
import { placed } from './placed';
import { sourcesIn, readSources } from './sources';
import { colorOf, widthOf } from './terminal';

/** The flags of `podwright diff`. */
export interface DiffOptions {
  readonly target: KubernetesVersion;
  readonly format: DiffFormat;
}

/**
 * Says what the change from one place to another will do: 0 where nothing is different, 1 where something is, 2 where a
 * path cannot be had. A place is a file, a folder, `-` for standard input, or `REVISION:PATH` of Git.
 */
export async function diff(before: string, after: string, { target, format }: DiffOptions): Promise<0 | 1 | 2> {
  if (before === '-' && after === '-') throw new Failure('only one of the two can come from standard input');
  const one = await sourcesAt(before);
  const other = await sourcesAt(after);
  const result = diffSources(one.sources, other.sources, { target });
  process.stdout.write(PRINTERS[format](result));
  if (!one.isWhole || !other.isWhole) return 2;
  return result.objects.length === 0 ? 0 : 1;
}

const PRINTERS = {
  text: (result: Diff) => printDiffText(result, { color: colorOf(process.stdout), width: widthOf(process.stdout) }),
  markdown: (result: Diff) => printDiffMarkdown(result),
  html: (result: Diff) => printDiffHtml(result),
  json: (result: Diff) => `${JSON.stringify(result, undefined, 2)}\n`,
} satisfies Readonly<Record<DiffFormat, (diff: Diff) => string>>;

/** The objects of a place; what cannot be read there has no part in the comparison, and is said. */
async function sourcesAt(place: string): Promise<{ readonly sources: readonly Source[]; readonly isWhole: boolean }> {
  const { sources, isWhole } = await allAt(place);
  const unreadable = sources.filter((source) => source.unreadable !== undefined);
  for (const { file = '', line = 1, unreadable: reason = '' } of unreadable) {
    process.stderr.write(`podwright: ${file}:${line}: cannot be read: ${reason}\n`);
  }
  return {
    sources: sources.filter((source) => source.unreadable === undefined),
    isWhole: isWhole && unreadable.length === 0,
  };
}

async function allAt(place: string): Promise<{ readonly sources: readonly Source[]; readonly isWhole: boolean }> {
  if (place === '-' || existsSync(place)) return readSources([place], 'compare');
  const [, revision, path] = /^([^:]+):(.+)$/.exec(place) ?? [];
  if (revision === undefined || path === undefined) {
    throw new Failure(`${place} is no file or folder; a revision of Git is written with its path: ${place}:dist`);
  }
  const files = gitFiles(revision, path).map(({ path: name, bytes }) => readBytes(name, bytes, { beside: true }));
  return { sources: placed(files.flatMap((file) => [...sourcesIn(file)])), isWhole: true };
}

import type { KubernetesVersion } from '../lib/kube/version';
import { factsOf, verify as verifySources, type Source, type Verification } from '../review';
import { printVerifyJson } from '../review/print/verify-json';
import { printVerifyMarkdown } from '../review/print/verify-markdown';
import { printVerifyText } from '../review/print/verify-text';
import type { VerifyFormat } from './choices';
import { Failure } from './failure';
import { readSources } from './sources';
import { colorOf, widthOf } from './terminal';

/** The flags of `podwright verify`. */
export interface VerifyOptions {
  readonly target: KubernetesVersion;
  readonly format: VerifyFormat;
  readonly expect?: true;
}

/**
 * Compares what runs, as `kubectl get -o json` has printed it, with what Git says: 0 where everything is as promised, 1
 * where something is not, 2 where a path cannot be had, or something in it cannot be read.
 *
 * @throws Failure where there is nothing to compare.
 */
export async function verify(
  live: string,
  paths: readonly string[],
  { format, target }: VerifyOptions,
): Promise<0 | 1 | 2> {
  if (live === '-' && paths.includes('-')) throw new Failure('only one of the two can come from standard input');
  const running = await readWhole([live], 'the list of what runs');
  const desired = await readWhole(paths, paths.join(' '));
  const result = verifySources(running.sources, desired.sources, { target });
  process.stdout.write(PRINTERS[format](result));
  if (!running.isWhole || !desired.isWhole) return 2;
  return result.totals.error + result.totals.warning > 0 ? 1 : 0;
}

/**
 * Prints what the workloads of manifests promise, as JSON: 0, or 2 where a path cannot be had.
 *
 * @throws Failure where there is no object.
 */
export async function expectations(paths: readonly string[], { target }: VerifyOptions): Promise<0 | 2> {
  const { sources, isWhole } = await readWhole(paths, paths.join(' '));
  process.stdout.write(printVerifyJson(factsOf(sources, { target })));
  return isWhole ? 0 : 2;
}

const PRINTERS = {
  text: (result: Verification) =>
    printVerifyText(result, { color: colorOf(process.stdout), width: widthOf(process.stdout) }),
  markdown: (result: Verification) => printVerifyMarkdown(result),
  json: printVerifyJson,
} satisfies Readonly<Record<VerifyFormat, (result: Verification) => string>>;

/** The objects of paths; what cannot be read there has no part in the comparison, and is said. */
async function readWhole(
  paths: readonly string[],
  what: string,
): Promise<{ readonly sources: readonly Source[]; readonly isWhole: boolean }> {
  const { sources, isWhole } = await readSources(paths, 'compare');
  const unreadable = sources.filter((source) => source.unreadable !== undefined);
  for (const { file = '', line = 1, unreadable: reason = '' } of unreadable) {
    process.stderr.write(`podwright: ${file}:${line}: cannot be read: ${reason}\n`);
  }
  const readable = sources.filter((source) => source.unreadable === undefined);
  const isRead = isWhole && unreadable.length === 0;
  if (readable.length === 0) throw new Failure(`there is no object of Kubernetes in ${what}`);
  return { sources: readable, isWhole: isRead };
}

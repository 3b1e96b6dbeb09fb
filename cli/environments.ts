import { relative, sep } from 'node:path';
import { environmentDifferences } from '../synth/differences';
import type { EnvironmentObject } from '../synth/differences';
import { printDifferences } from '../synth/print-differences';
import { readFiles } from './documents';
import { Failure } from './failure';
import { isRecord } from '../lib/kube/is-record';
import { ENVIRONMENT_LABEL } from '../lib/workloads/environment';

/** The flags of `podwright environments`. */
export interface EnvironmentsOptions {
  readonly json?: true;
}

/**
 * Prints what differs between the environments of an output folder, from the files alone: `<environment>/…`, and
 * `<environment>/<cluster>/…`.
 *
 * @throws Failure where the folder has no environments, or a file cannot be read.
 */
export async function printEnvironments(folder: string, { json }: EnvironmentsOptions): Promise<0> {
  const objects: EnvironmentObject[] = [];
  for await (const file of readFiles([folder], 'compare')) {
    if ('reason' in file) throw new Failure(`${file.path}: ${file.reason}`);
    for (const read of file.documents) {
      if ('message' in read) throw new Failure(`${file.name}:${read.line}: ${read.message}`);
      objects.push(...tryPlace(read.value, stepsBelow(folder, file.name)));
    }
  }
  if (objects.length === 0) {
    const label = `objects with the label "${ENVIRONMENT_LABEL}" below a folder of that name`;
    throw new Failure(`${folder} has no environments, which are ${label}`);
  }
  const differences = environmentDifferences(objects);
  process.stdout.write(json === true ? `${JSON.stringify(differences, null, 2)}\n` : printDifferences(differences));
  return 0;
}

/** The folders between the output folder and a file. */
function stepsBelow(folder: string, path: string): readonly string[] {
  return relative(folder, path).split(sep).slice(0, -1);
}

/** The object with its destination, where its label agrees with its folder. */
function tryPlace(value: unknown, [environment, ...inner]: readonly string[]): EnvironmentObject[] {
  if (!isRecord(value) || !isRecord(value['metadata'])) return [];
  const { labels, namespace } = value['metadata'];
  if (environment === undefined || !isRecord(labels) || labels[ENVIRONMENT_LABEL] !== environment) return [];
  const clusters = inner.at(-1) === namespace ? inner.slice(0, -1) : inner;
  const cluster = clusters.length === 0 ? undefined : clusters.join('/');
  return [{ destination: { environment, cluster }, object: value }];
}

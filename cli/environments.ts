import { relative, sep } from 'node:path';
import { environmentDifferences } from '../synth/differences';
import type { EnvironmentObject } from '../synth/differences';
import { printDifferences } from '../synth/print-differences';
import { readManifests } from '../synth/read-yaml';
import { Failure } from './failure';
import { manifestFiles } from './manifest-files';
import { readText } from './read-text';
import { isRecord } from '../lib/pod/plain';
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
  for (const file of manifestFiles([folder])) {
    if ('reason' in file) throw new Failure(`${file.path}: ${file.reason}`);
    const text = await readText(file.path);
    const { documents, problems } =
      typeof text === 'string' ? readManifests(text) : { documents: [], problems: [text] };
    const [problem] = problems;
    if (problem !== undefined) throw new Failure(`${file.path}:${problem.line}: ${problem.message}`);
    objects.push(...documents.flatMap(({ value }) => tryPlace(value, stepsBelow(folder, file.path))));
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

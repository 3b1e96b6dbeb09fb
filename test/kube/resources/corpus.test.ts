import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { PodSpec } from '../../../lib/kube/api/pod';
import { qosOf } from '../../../lib/kube/resources';
import { isMap } from '../../../lib/kube/schema/walk';

/** What an API server of 1.36 said to the Pod of a document. */
interface Verdict {
  readonly file: string;
  readonly pod?: { readonly qos?: string };
}

const shared = join(__dirname, '../../../../shared');
const folders = ['corpus', 'reference-manifests'].map((name) => join(shared, name)).filter((name) => existsSync(name));

(folders.length > 0 ? describe : describe.skip)('the class that an API server of 1.36 computed', () => {
  test.each(folders.map((folder) => [basename(folder), folder]))('%s', (_name, folder) => {
    const verdicts = readVerdicts(folder).filter(({ pod }) => pod?.qos !== undefined);
    const ours = verdicts.map(({ file }) => [file, qosOf(specOf(folder, file), { target: '1.36' }).qosClass]);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(ours).toEqual(verdicts.map(({ file, pod }) => [file, pod?.qos]));
  });
});

function readVerdicts(folder: string): Verdict[] {
  const lines = readFileSync(join(folder, 'verdicts.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Verdict);
}

function specOf(folder: string, file: string): PodSpec {
  const place = [join(folder, 'docs', file), join(folder, file)].find((path) => existsSync(path))!;
  const document: unknown = parse(readFileSync(place, 'utf8'), { version: '1.1', merge: true, logLevel: 'silent' });
  const isBare = isMap(document) && document['kind'] === 'Pod';
  const spec = within(document, 'spec');
  const template = within(spec, 'template') ?? within(within(within(spec, 'jobTemplate'), 'spec'), 'template');
  return (isBare ? spec : within(template, 'spec')) as PodSpec;
}

function within(value: unknown, field: string): unknown {
  return isMap(value) ? value[field] : undefined;
}

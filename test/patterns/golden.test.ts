import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Deployment, Job } from 'podwright';
import type { KubernetesVersion } from 'podwright';
import { evaluatePodSecurity, judge } from 'podwright/kube';
import type { PodTemplateSpec } from 'podwright/kube';
import { parseAllDocuments } from 'yaml';
import { CATALOGUE } from './catalogue';
import { JOBS } from './catalogue-side';

const TARGETS: readonly KubernetesVersion[] = ['1.28', '1.30', '1.35'];
const FOLDER = join(__dirname, 'golden');

/** Set to write the files anew; what changed is then reviewed as any other change. */
const WRITES = process.env['UPDATE_GOLDEN'] === '1';

const cases = Object.keys({ ...CATALOGUE, ...JOBS }).flatMap((entry) =>
  TARGETS.map((target) => [entry, target] as const),
);

describe('entries of the catalogue come out as they are reviewed', () => {
  test.each(cases)('%s for Kubernetes %s', (entry, target) => {
    const text = yamlOf(entry, target);
    const file = join(FOLDER, `${entry}-${target}.yaml`);
    if (WRITES) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file)).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test('there is no file of an entry that is gone', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(cases.map(([entry, target]) => `${entry}-${target}.yaml`).sort());
  });

  test.each(cases)('%s for Kubernetes %s is accepted, and Pod Security restricted passes', (entry, target) => {
    const objects = parseAllDocuments(yamlOf(entry, target)).map((document) => document.toJS() as Fields);
    expect(objects.flatMap((object) => judge(object, { target }).problems)).toEqual([]);
    const { metadata, spec } = templateIn(objects);
    const refused = evaluatePodSecurity(metadata, spec!, 'restricted', target);
    expect(refused.flatMap(({ places }) => places.map(({ path }) => path))).toEqual(EXCEPTED[entry] ?? []);
    expect(evaluatePodSecurity(metadata, spec!, 'baseline', target)).toEqual([]);
  });
});

/** What Pod Security restricted refuses, and an exception in the YAML says why it must be. */
const EXCEPTED: Readonly<Record<string, readonly string[]>> = {
  'fix-permissions': [
    'spec.initContainers[0].securityContext.capabilities.add',
    'spec.initContainers[0].securityContext.runAsNonRoot',
    'spec.initContainers[0].securityContext.runAsUser',
  ],
};

type Fields = Readonly<Record<string, unknown>>;

function yamlOf(entry: string, target: KubernetesVersion): string {
  const app = new App({ target });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const job = JOBS[entry];
  if (job === undefined) new Deployment(chart, 'app', { replicas: 2, pod: CATALOGUE[entry]! });
  else new Job(chart, 'app', job);
  return app.synthYaml();
}

function templateIn(objects: readonly Fields[]): PodTemplateSpec {
  const owner = objects.find(({ kind }) => kind !== 'ConfigMap');
  return (owner as unknown as { spec: { template: PodTemplateSpec } }).spec.template;
}

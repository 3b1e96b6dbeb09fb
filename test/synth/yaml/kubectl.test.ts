import { spawnSync } from 'node:child_process';
import { printDocuments } from '../../../synth/yaml/print';
import { TRICKY_STRINGS } from './tricky-strings';

const hasKubectl = spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;
const whenKubectl = hasKubectl ? describe : describe.skip;

/** What Go's parser makes of the objects: kubectl reads them offline, and keeps a kind that it does not know as it is. */
function readByGo(objects: readonly object[]): unknown[] {
  const input = printDocuments(objects.map((value) => ({ value })));
  const args = ['label', '--local', '--dry-run=client', '-f', '-', 'read-by=go', '-o', 'json'];
  const { stdout, stderr, status } = spawnSync('kubectl', args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  const documents = stdout.split(/^(?=\{$)/m).map((text) => JSON.parse(text) as Record<string, unknown>);
  return documents.map((document) => document['spec']);
}

const widget = (name: string, spec: object) => ({
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name },
  spec,
});

whenKubectl('what kubectl reads', () => {
  const values = Object.fromEntries(TRICKY_STRINGS.map((text, position) => [`value-${position}`, text]));
  const unique = [...new Set(TRICKY_STRINGS)];
  const keys = Object.fromEntries(unique.map((text, position) => [text, position]));
  const below = Object.fromEntries(unique.map((text) => [text, { list: [{ [text]: [text, [text]] }] }]));
  const numbers = [
    0,
    1,
    -1,
    0.1,
    -2.5,
    1e-7,
    5e-324,
    1e20,
    1e21,
    1.7976931348623157e308,
    2 ** 53,
    -(2 ** 53),
    2 ** 63,
    2 ** 64,
  ];
  const cases = { values, keys, list: TRICKY_STRINGS, below, numbers };
  const names = Object.keys(cases);
  let read: unknown[] = [];

  beforeAll(() => {
    read = readByGo(Object.entries(cases).map(([name, spec]) => widget(name, { read: spec })));
  });

  test.each(Object.entries(cases))('%s are the ones that were printed', (name, spec) => {
    expect(read[names.indexOf(name)]).toEqual({ read: spec });
  });

  test('a ConfigMap and its annotations keep every text', () => {
    const data = Object.fromEntries(TRICKY_STRINGS.map((text, position) => [`file-${position}`, text]));
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', annotations: data }, data };
    const input = printDocuments([{ value: configMap }]);
    const args = ['label', '--local', '--dry-run=client', '-f', '-', 'read-by=go', '-o', 'json'];
    const { stdout } = spawnSync('kubectl', args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(JSON.parse(stdout)).toMatchObject(configMap);
  });
});

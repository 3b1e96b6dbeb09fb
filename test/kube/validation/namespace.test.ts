import { namespace, said, serviceAccount, tweak, tweaks } from '../support/objects';

type Row = readonly [rule: string, changes: Readonly<Record<string, unknown>>, said: readonly string[]];

test.each<Row>([
  ['a name has no dots', { 'metadata.name': 'shop.example' }, ['Invalid metadata.name']],
  ['a name has no capitals', { 'metadata.name': 'Shop' }, ['Invalid metadata.name']],
  [
    'a name becomes a label too',
    { 'metadata.name': 'a'.repeat(64) },
    ['Invalid metadata.labels', 'Invalid metadata.name'],
  ],
  ['a name is needed', { 'metadata.name': undefined }, ['Required metadata.name']],
  ['a name may be made up', { 'metadata.name': undefined, 'metadata.generateName': 'test-' }, []],
  ['a namespace stands in none: the server drops it', { 'metadata.namespace': 'Some Where' }, []],
  ['a finalizer of Kubernetes has no domain', { 'spec.finalizers': ['kubernetes', 'example.com/a'] }, []],
  ['others have one', { 'spec.finalizers': ['clean'] }, ['Invalid spec.finalizers']],
  ['others are written as a name', { 'spec.finalizers': ['example.com/a b'] }, ['Invalid spec.finalizers']],
  [
    'and those of the metadata alike, at another place',
    { 'metadata.finalizers': ['clean'] },
    ['Invalid metadata.finalizers[0]'],
  ],
  [
    'the label of the name is the name, whatever was written',
    { 'metadata.labels': { 'kubernetes.io/metadata.name': 'not a value' } },
    [],
  ],
])('%s', (_rule, changes, expected) => {
  expect(said(tweaks(namespace, changes))).toEqual(expected);
});

test.each([
  ['web.example.com', []],
  ['Web', ['Invalid metadata.name']],
  ['', ['Required metadata.name']],
])('the name of a ServiceAccount, %j, is a DNS name', (name, expected) => {
  expect(said(tweak(serviceAccount, 'metadata.name', name))).toEqual(expected);
});

test('nothing else is asked of a ServiceAccount', () => {
  expect(said({ ...serviceAccount, imagePullSecrets: [{}, { name: 'Not A Name' }], secrets: [{ name: '-' }] })).toEqual(
    [],
  );
});

import { podDisruptionBudget, said, tweak, tweaks } from '../support/objects';

type Row = readonly [rule: string, changes: Readonly<Record<string, unknown>>, said: readonly string[]];

const none = { 'spec.maxUnavailable': undefined };

test.each<Row>([
  ['a budget says one of the two', { 'spec.minAvailable': 1 }, ['Invalid spec']],
  ['the server takes a budget that says neither', none, []],
  ['and one without a spec', { spec: undefined }, []],
  ['a number is not negative', { 'spec.maxUnavailable': -1 }, ['Invalid spec.maxUnavailable']],
  ['0 is a number', { 'spec.maxUnavailable': 0 }, []],
  ['a share is a percentage', { 'spec.maxUnavailable': '10' }, ['Invalid spec.maxUnavailable']],
  ['a share has no fraction', { 'spec.maxUnavailable': '0.5%' }, ['Invalid spec.maxUnavailable']],
  ['a share may be all', { ...none, 'spec.minAvailable': '100%' }, []],
  ['a share is not more than all', { ...none, 'spec.minAvailable': '101%' }, ['Invalid spec.minAvailable']],
  ['a number may be more than there are', { ...none, 'spec.minAvailable': 1000 }, []],
  [
    'each of two is judged',
    { 'spec.maxUnavailable': '200%', 'spec.minAvailable': -1 },
    ['Invalid spec', 'Invalid spec.maxUnavailable', 'Invalid spec.minAvailable'],
  ],
  ['an empty selector counts all', { 'spec.selector': {} }, []],
  ['no selector counts none', { 'spec.selector': null }, []],
  ['a selector is labels', { 'spec.selector.matchLabels': { 'a b': 'c' } }, ['Invalid spec.selector.matchLabels']],
  [
    'an operator is known',
    { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'Is' }] } },
    ['Invalid spec.selector.matchExpressions[0].operator'],
  ],
  ['two policies of eviction are known', { 'spec.unhealthyPodEvictionPolicy': 'AlwaysAllow' }, []],
  [
    'and no third one',
    { 'spec.unhealthyPodEvictionPolicy': 'Never' },
    ['NotSupported spec.unhealthyPodEvictionPolicy'],
  ],
  [
    'an empty one is none of them',
    { 'spec.unhealthyPodEvictionPolicy': '' },
    ['NotSupported spec.unhealthyPodEvictionPolicy'],
  ],
])('%s', (_rule, changes, expected) => {
  expect(said(tweaks(podDisruptionBudget, changes), '1.28')).toEqual(expected);
  expect(said(tweaks(podDisruptionBudget, changes))).toEqual(expected);
});

test.each([
  ['My_Budget', []],
  ['a/b', ['Invalid metadata.name']],
  ['', ['Required metadata.name']],
])('the name %j fits into a URL', (name, expected) => {
  expect(said(tweak(podDisruptionBudget, 'metadata.name', name))).toEqual(expected);
});

test('a finalizer may have no domain', () => {
  expect(said(tweak(podDisruptionBudget, 'metadata.finalizers', ['clean']))).toEqual([]);
  expect(said(tweak(podDisruptionBudget, 'metadata.finalizers', ['a b']))).toEqual(['Invalid metadata.finalizers']);
});

test('metadata is looked at where the spec is fine', () => {
  const broken = { 'metadata.name': 'a/b', 'metadata.labels': { 'a b': 'c' } };
  expect(said(tweaks(podDisruptionBudget, broken))).toEqual(['Invalid metadata.labels', 'Invalid metadata.name']);
  expect(said(tweaks(podDisruptionBudget, { ...broken, 'spec.minAvailable': 1 }))).toEqual(['Invalid spec']);
});

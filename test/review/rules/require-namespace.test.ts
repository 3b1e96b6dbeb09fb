import { review } from '../../../review';
import { requireNamespace } from '../../../review/rules/require-namespace';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

const nowhere = (name: string) => ({ ...deployment(), metadata: { name } });

describeRule(requireNamespace, {
  passes: {
    'a namespace': [deployment()],
    'no workload': [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'api' } }],
  },
  fails: {
    'no namespace': [[{ ...deployment(), metadata: { name: 'api' } }], ['metadata.namespace']],
    'the default one': [[{ ...deployment(), metadata: { name: 'api', namespace: 'default' } }], ['metadata.namespace']],
    'several that all leave it to whoever installs them': [
      [nowhere('api'), nowhere('shop'), nowhere('mail')],
      ['metadata.namespace'],
    ],
    'two that forget it beside one that does not': [
      [nowhere('api'), deployment(), nowhere('shop')],
      ['metadata.namespace', 'metadata.namespace'],
    ],
  },
});

test.each([
  ['no namespace', { name: 'api' }, 'Deployment `api` names no namespace.', true],
  ['no name either', {}, 'The Deployment names no namespace.', true],
  [
    'the default one',
    { name: 'api', namespace: 'default' },
    'Deployment `api` lives in the namespace `default`.',
    false,
  ],
])('%s', (_title, metadata, found, isAnywhere) => {
  const { findings } = review(sources({ ...deployment(), metadata }), { rules: [requireNamespace] });
  expect(findings.map((each) => [each.found, each.consequence.includes('wherever')])).toEqual([[found, isAnywhere]]);
});

test.each([
  [2, 'Deployment `a` and the other workload name no namespace.'],
  [3, 'Deployment `a` and the 2 other workloads name no namespace.'],
])('%i workloads are named together', (count, found) => {
  const all = ['a', 'b', 'c'].slice(0, count).map(nowhere);
  const { findings } = review(sources(...all), { rules: [requireNamespace] });
  expect(findings.map((each) => [each.object.name, each.found])).toEqual([['a', found]]);
});

test('all in the default namespace are named together, too', () => {
  const all = ['a', 'b'].map((name) => ({ ...deployment(), metadata: { name, namespace: 'default' } }));
  const { findings } = review(sources(...all), { rules: [requireNamespace] });
  expect(findings.map(({ found }) => found)).toEqual([
    'Deployment `a` and the other workload live in the namespace `default`.',
  ]);
});

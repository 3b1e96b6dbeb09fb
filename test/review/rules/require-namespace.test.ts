import { review } from '../../../review';
import { requireNamespace } from '../../../review/rules/require-namespace';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(requireNamespace, {
  passes: {
    'a namespace': [deployment()],
    'no workload': [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'api' } }],
  },
  fails: {
    'no namespace': [[{ ...deployment(), metadata: { name: 'api' } }], ['metadata.namespace']],
    'the default one': [[{ ...deployment(), metadata: { name: 'api', namespace: 'default' } }], ['metadata.namespace']],
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

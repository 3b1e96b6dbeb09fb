import { review } from '../../../review';
import { uniqueObjects } from '../../../review/rules/unique-objects';
import { service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

describeRule(uniqueObjects, {
  passes: {
    'one object': [deployment()],
    'another kind': [deployment(), service()],
    'another namespace': [deployment(), { ...deployment(), metadata: { name: 'api', namespace: 'office' } }],
    'another group': [neighbour('networking.k8s.io/v1', 'Ingress'), neighbour('networking.example.com/v1', 'Ingress')],
    'names that are made up': [
      neighbour('batch/v1', 'Job', {}, { name: undefined, generateName: 'a-' }),
      neighbour('batch/v1', 'Job', {}, { name: undefined, generateName: 'a-' }),
    ],
  },
  fails: {
    'one object twice': [[deployment(), deployment()], ['metadata.name']],
    'a ConfigMap twice': [[neighbour('v1', 'ConfigMap'), neighbour('v1', 'ConfigMap')], ['metadata.name']],
  },
});

test.each([
  ['in one file', 'a/api.yaml', 'a/api.yaml', 'error'],
  ['in two files of a folder', 'a/api.yaml', 'a/copy.yaml', 'error'],
  ['in two folders, which may be two clusters', 'a/api.yaml', 'b/api.yaml', 'info'],
])('%s', (_title, one, other, severity) => {
  const sources = [one, other].map((file) => ({ object: deployment(), file }));
  expect(review(sources, { rules: [uniqueObjects] }).findings).toEqual([expect.objectContaining({ severity })]);
});

import { requireNamespace } from '../../../review/rules/require-namespace';
import { deployment } from '../objects';
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

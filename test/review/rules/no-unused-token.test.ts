import { noUnusedToken } from '../../../review/rules/no-unused-token';
import { ofPod, POD } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const carrying = () => ofPod({ serviceAccountName: 'api', automountServiceAccountToken: true });
const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'api', namespace: 'shop' } };
const binding = (subject: object) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'api', namespace: 'shop' },
  subjects: [subject],
});

describeRule(noUnusedToken, {
  passes: {
    'an account that nobody here knows': [carrying()],
    'a binding': [carrying(), account, binding({ kind: 'ServiceAccount', name: 'api' })],
    'a binding for a group': [carrying(), account, binding({ kind: 'Group', name: 'system:serviceaccounts:shop' })],
    'rights of a cloud': [
      carrying(),
      { ...account, metadata: { ...account.metadata, annotations: { 'example.com/role': 'reader' } } },
    ],
    'no token': [deployment(), account],
  },
  fails: {
    'no binding': [[carrying(), account], [`${POD}.automountServiceAccountToken`]],
    'a binding for somebody else': [
      [carrying(), account, binding({ kind: 'ServiceAccount', name: 'api', namespace: 'other' })],
      [`${POD}.automountServiceAccountToken`],
    ],
  },
});

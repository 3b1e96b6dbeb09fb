import { noClusterAdmin } from '../../../review/rules/no-cluster-admin';
import { describeRule } from '../rule-cases';
import { binding } from '../surroundings';

const admin = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' };

describeRule(noClusterAdmin, {
  passes: {
    'another role': [binding()],
    nobody: [binding({ roleRef: admin, subjects: [] }, 'ClusterRoleBinding')],
    'what Kubernetes brings': [
      binding({ roleRef: admin }, 'ClusterRoleBinding', { labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } }),
    ],
  },
  fails: {
    'the whole cluster': [[binding({ roleRef: admin }, 'ClusterRoleBinding')], ['roleRef.name']],
    'a namespace': [[binding({ roleRef: admin })], ['roleRef.name']],
  },
});

import { noEscalatingAccess } from '../../../review/rules/no-escalating-access';
import { describeRule } from '../rule-cases';
import { role } from '../surroundings';

describeRule(noEscalatingAccess, {
  passes: {
    'other verbs': [role({ apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], verbs: ['get', 'list'] })],
    'one role': [
      role({
        apiGroups: ['rbac.authorization.k8s.io'],
        resources: ['clusterroles'],
        resourceNames: ['view'],
        verbs: ['bind'],
      }),
    ],
  },
  fails: {
    'any role': [
      [role({ apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], verbs: ['bind', 'escalate'] })],
      ['rules[0].verbs'],
    ],
    anybody: [[role({ resources: ['users'], verbs: ['impersonate'] }, 'ClusterRole')], ['rules[0].verbs']],
  },
});

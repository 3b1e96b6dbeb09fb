import { noEscalatingAccess } from '../../../review/rules/no-escalating-access';
import { describeRule } from '../rule-cases';
import { role } from '../surroundings';

describeRule(noEscalatingAccess, {
  passes: {
    'other verbs': [role({ apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], verbs: ['get', 'list'] })],
    'tokens of one account': [
      role({ resources: ['serviceaccounts/token'], resourceNames: ['api'], verbs: ['create'] }),
    ],
    'figures of nodes': [role({ resources: ['nodes/metrics', 'nodes/stats'], verbs: ['get'] }, 'ClusterRole')],
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
    'tokens of any account': [
      [role({ resources: ['serviceaccounts/token'], verbs: ['create'] })],
      ['rules[0].resources'],
    ],
    'kubelets by the back door': [
      [role({ resources: ['nodes', 'nodes/proxy'], verbs: ['get', 'list'] }, 'ClusterRole')],
      ['rules[0].resources'],
    ],
    'any role': [
      [role({ apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], verbs: ['bind', 'escalate'] })],
      ['rules[0].verbs'],
    ],
    anybody: [[role({ resources: ['users'], verbs: ['impersonate'] }, 'ClusterRole')], ['rules[0].verbs']],
  },
});

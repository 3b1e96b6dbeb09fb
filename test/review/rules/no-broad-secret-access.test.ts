import { noBroadSecretAccess } from '../../../review/rules/no-broad-secret-access';
import { describeRule } from '../rule-cases';
import { role } from '../surroundings';

describeRule(noBroadSecretAccess, {
  passes: {
    'one Secret': [role({ resources: ['secrets'], resourceNames: ['api'], verbs: ['get'] })],
    'writing alone': [role({ resources: ['secrets'], verbs: ['create'] })],
    'secrets of another group': [role({ apiGroups: ['vault.example.com'], resources: ['secrets'], verbs: ['list'] })],
  },
  fails: {
    'every Secret': [[role({ resources: ['configmaps', 'secrets'], verbs: ['get', 'list'] })], ['rules[0].resources']],
    'every Secret, by any verb': [
      [role({ resources: ['secrets'], verbs: ['*'] }, 'ClusterRole')],
      ['rules[0].resources'],
    ],
  },
});

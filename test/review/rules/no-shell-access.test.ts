import { noShellAccess } from '../../../review/rules/no-shell-access';
import { describeRule } from '../rule-cases';
import { role } from '../surroundings';

describeRule(noShellAccess, {
  passes: {
    Pods: [role({ resources: ['pods', 'pods/log'], verbs: ['get', 'list', 'watch'] })],
    'the list of ephemeral containers': [role({ resources: ['pods/ephemeralcontainers'], verbs: ['get'] })],
  },
  fails: {
    'a command': [[role({ resources: ['pods/exec'], verbs: ['create'] })], ['rules[0].resources']],
    'a container': [
      [role({ resources: ['pods/ephemeralcontainers'], verbs: ['get', 'patch'] })],
      ['rules[0].resources'],
    ],
    'a node': [[role({ resources: ['nodes/proxy'], verbs: ['get'] }, 'ClusterRole')], ['rules[0].resources']],
  },
});

import { noBindingForAll } from '../../../review/rules/no-binding-for-all';
import { describeRule } from '../rule-cases';
import { binding } from '../surroundings';

describeRule(noBindingForAll, {
  passes: {
    'an account': [binding()],
    'a group of persons': [binding({ subjects: [{ kind: 'Group', name: 'shop-team' }] })],
  },
  fails: {
    'the account of every Pod': [
      [binding({ subjects: [{ kind: 'ServiceAccount', name: 'default', namespace: 'shop' }] })],
      ['subjects[0]'],
    ],
    'whoever asks': [
      [binding({ subjects: [{ kind: 'User', name: 'system:anonymous' }] }, 'ClusterRoleBinding')],
      ['subjects[0]'],
    ],
    'whoever has a token': [
      [binding({ subjects: [{ kind: 'Group', name: 'system:authenticated' }] })],
      ['subjects[0]'],
    ],
  },
});

import { review } from '../../../review';
import { noWildcardAccess } from '../../../review/rules/no-wildcard-access';
import { describeRule } from '../rule-cases';
import { role } from '../surroundings';

describeRule(noWildcardAccess, {
  passes: {
    'what is needed': [role({ resources: ['pods'], verbs: ['get', 'list'] })],
    'every verb of one resource': [role({ apiGroups: ['shop.example.com'], resources: ['orders'], verbs: ['*'] })],
  },
  fails: {
    'every resource': [[role({ resources: ['*'], verbs: ['get'] })], ['rules[0].resources']],
    everything: [[role({ resources: ['*'], verbs: ['*'] }, 'ClusterRole')], ['rules[0].resources']],
  },
});

test('a reason beside the rule is an answer', () => {
  const remarks = [{ path: 'rules[0]', kind: 'reason', text: 'somebody has said why' }] as const;
  expect(
    review([{ object: role({ resources: ['*'], verbs: ['get'] }), remarks }], { rules: [noWildcardAccess] }).findings,
  ).toEqual([]);
});

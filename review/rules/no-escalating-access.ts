import { accessRulesOf, allows, type AccessRule } from '../knowledge/access';
import { isExplained } from '../knowledge/reason';
import { code, list } from '../report/words';
import type { Fault, ObjectRule } from '../rule';

/** Three verbs and two resources give more than a role says. */
export const noEscalatingAccess: ObjectRule = {
  id: 'no-escalating-access',
  about: 'object',
  kinds: ['Role', 'ClusterRole'],
  severity: 'error',
  title: 'No role lets its account give itself more rights',
  consequence: 'The account may become whoever it likes, so that its other rights say nothing.',
  fix: 'Remove the verb; a program that has to give rights gets `bind` for the roles in `resourceNames` alone.',
  see: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
  *check(role) {
    for (const rule of accessRulesOf(role)) {
      const { names, path, resources, verbs } = rule;
      if (names.length === 0 && !isExplained({ entity: role }, path)) yield* throughOthers(rule);
      const raising = verbs.filter((verb) => ['escalate', 'bind', 'impersonate'].includes(verb));
      if (raising.length === 0 || names.length > 0 || isExplained({ entity: role }, path)) continue;
      yield {
        path: path.child('verbs'),
        found: `The role allows ${list(raising.map(code))} for ${list(resources.map(code))}.`,
      };
    }
  },
};

/** Rights of others, got without becoming them: by a token of their account, or past the API server. */
function* throughOthers(rule: AccessRule): Iterable<Fault> {
  const path = rule.path.child('resources');
  if (allows(rule, ['serviceaccounts/token'], ['create'])) {
    yield {
      path,
      found: 'The role makes tokens of every account of its namespace.',
      consequence: 'Whoever has it acts as any program there, and has all of their rights.',
      fix: 'Name the accounts in `resourceNames`.',
    };
  }
  if (allows(rule, ['nodes/proxy'], ['get', 'create'])) {
    yield {
      path,
      severity: 'warning',
      found: 'The role talks to kubelets through `nodes/proxy`.',
      consequence:
        'A kubelet runs commands in every container of its node, and asks no admission and writes no audit log.',
      fix: 'Allow `nodes/metrics` and `nodes/stats`, which are enough to collect metrics.',
    };
  }
}

import { accessRulesOf } from '../knowledge/access';
import { isExplained } from '../knowledge/reason';
import { code, list } from '../report/words';
import type { ObjectRule } from '../rule';

/** Three verbs give more than a role says. */
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
    for (const { names, path, resources, verbs } of accessRulesOf(role)) {
      const raising = verbs.filter((verb) => ['escalate', 'bind', 'impersonate'].includes(verb));
      if (raising.length === 0 || names.length > 0 || isExplained({ entity: role }, path)) continue;
      yield {
        path: path.child('verbs'),
        found: `The role allows ${list(raising.map(code))} for ${list(resources.map(code))}.`,
      };
    }
  },
};

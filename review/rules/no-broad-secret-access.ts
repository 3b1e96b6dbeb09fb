import { accessRulesOf, allows } from '../knowledge/access';
import { isExplained } from '../knowledge/reason';
import type { ObjectRule } from '../rule';

/** Who may list Secrets reads all of them. */
export const noBroadSecretAccess: ObjectRule = {
  id: 'no-broad-secret-access',
  about: 'object',
  kinds: ['Role', 'ClusterRole'],
  severity: 'warning',
  title: 'Roles name the Secrets that they open',
  consequence: 'Whoever breaks into a Pod of the account reads the passwords and tokens of all others.',
  fix: 'Write `resourceNames` with the Secrets that are needed and `get` alone, or mount them.',
  see: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets',
  *check(role) {
    for (const rule of accessRulesOf(role)) {
      if (rule.names.length > 0 || !allows(rule, ['secrets'], ['get', 'list', 'watch'])) continue;
      if (isExplained({ entity: role }, rule.path)) continue;
      const isWhole = role.identity.kind === 'ClusterRole';
      yield {
        path: rule.path.child('resources'),
        ...(!isWhole && { severity: 'info' }),
        found: `The role opens every Secret of ${isWhole ? 'whatever it is bound in' : 'the namespace'}.`,
      };
    }
  },
};

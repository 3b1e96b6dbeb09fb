import { accessRulesOf } from '../knowledge/access';
import { isExplained } from '../knowledge/reason';
import { names } from '../report/words';
import type { ObjectRule } from '../rule';

/** A star is also for what comes with the next version of Kubernetes. */
export const noWildcardAccess: ObjectRule = {
  id: 'no-wildcard-access',
  about: 'object',
  kinds: ['Role', 'ClusterRole'],
  severity: 'warning',
  title: 'Roles name what they allow',
  consequence:
    'The account may do what nobody has thought of: read Secrets, run commands in Pods, give itself more rights.',
  fix: 'Write the verbs and resources that the program uses, one by one.',
  see: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  *check(role) {
    for (const { path, resources, verbs } of accessRulesOf(role)) {
      const anything = resources.includes('*');
      const anyhow = verbs.includes('*');
      if (!anything || isExplained({ entity: role }, path)) continue;
      yield {
        path: path.child('resources'),
        ...(anyhow && { severity: 'error' }),
        found: `The role allows ${anyhow ? 'everything' : names(verbs)} for every resource.`,
      };
    }
  },
};

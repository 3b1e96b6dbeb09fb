import { subjectsOf, type Subject } from '../knowledge/access';
import { isExplained } from '../knowledge/reason';
import type { ObjectRule } from '../rule';

/** Some subjects are everybody. */
export const noBindingForAll: ObjectRule = {
  id: 'no-binding-for-all',
  about: 'object',
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  severity: 'error',
  title: 'Rights are given to those who need them',
  consequence: 'Each Pod that says nothing else, or whoever reaches the API server, has these rights.',
  fix: 'Make a ServiceAccount for the program, name it in its Pods, and bind the role to it alone.',
  see: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  *check(binding) {
    for (const subject of subjectsOf(binding)) {
      const everybody = everybodyIn(subject);
      if (everybody === undefined || isExplained({ entity: binding }, subject.path)) continue;
      const isDefault = subject.kind === 'ServiceAccount';
      yield {
        path: subject.path,
        ...(isDefault && { severity: 'warning' }),
        found: `The role is given to ${everybody}.`,
      };
    }
  },
};

function everybodyIn({ kind, name }: Subject): string | undefined {
  if (kind === 'ServiceAccount')
    return name === 'default' ? 'the account `default`, which every Pod has at first' : undefined;
  return EVERYBODY.has(name) ? `\`${name}\`` : undefined;
}

const EVERYBODY: ReadonlySet<string> = new Set([
  'system:anonymous',
  'system:unauthenticated',
  'system:authenticated',
  'system:serviceaccounts',
]);

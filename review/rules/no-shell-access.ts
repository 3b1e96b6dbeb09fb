import { accessRulesOf, allows } from '../knowledge/access';
import { isExplained } from '../knowledge/reason';
import { names } from '../report/words';
import type { ObjectRule } from '../rule';

/** Who runs commands in a Pod has all that the Pod has. */
export const noShellAccess: ObjectRule = {
  id: 'no-shell-access',
  about: 'object',
  kinds: ['Role', 'ClusterRole'],
  severity: 'warning',
  title: 'Programs do not enter Pods',
  consequence: 'The account acts as every Pod that it can enter, with its Secrets, its volumes and its account.',
  fix: 'Give this to persons in a role of its own, which is bound for as long as they debug.',
  see: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation',
  *check(role) {
    for (const rule of accessRulesOf(role)) {
      const entered = ENTRANCES.filter((resource) => allows(rule, [resource], ['create', 'update', 'patch', 'get']));
      // Reading the list of ephemeral containers enters nothing.
      const open = entered.filter((resource) => !isReading(resource, rule.verbs));
      if (open.length === 0 || isExplained({ entity: role }, rule.path)) continue;
      yield {
        path: rule.path.child('resources'),
        found: `The role allows ${names(open)}.`,
      };
    }
  },
};

/** Subresources that run commands, or that a node runs commands for. */
const ENTRANCES = ['pods/exec', 'pods/attach', 'pods/ephemeralcontainers', 'nodes/proxy'];

/** `exec` over a WebSocket begins with a `get`. */
function isReading(resource: string, verbs: readonly string[]): boolean {
  return resource === 'pods/ephemeralcontainers' && verbs.every((verb) => ['get', 'list', 'watch'].includes(verb));
}

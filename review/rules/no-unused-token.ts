import { keyOf } from '../../lib/kube/groups';
import { fieldOf, listOf, textOf, type Entity } from '../entity';
import { accountOf, mountsToken } from '../knowledge/token';
import type { Landscape } from '../landscape';
import type { WorkloadRule } from '../rule';

/** A token that opens nothing is still a token. */
export const noUnusedToken: WorkloadRule = {
  id: 'no-unused-token',
  about: 'workload',
  severity: 'info',
  title: 'Only Pods that call the API carry a token',
  consequence:
    'Whoever breaks into the Pod can speak to the API server as this account, and sees what every account may see.',
  fix: 'Write `automountServiceAccountToken: false`, or add the RoleBinding that the account needs.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  *check(workload, landscape) {
    const name = accountOf(workload);
    if (name === 'default' || !mountsToken(workload, landscape)) return;
    const account = landscape.find('ServiceAccount', name, workload.entity);
    if (account === undefined || isBound(account, landscape)) return;
    // A cloud gives the account rights of its own by an annotation.
    if (Object.keys(account.annotations).length > 0) return;
    yield {
      path: workload.specPath.child('automountServiceAccountToken'),
      found: `The token of ServiceAccount \`${name}\` is mounted, and no binding here gives the account any rights.`,
    };
  },
};

/** Whether some binding of the landscape names the account, or a group of accounts, which it may be in. */
function isBound({ identity: { name, namespace }, source: { destination } }: Entity, landscape: Landscape): boolean {
  const bound = boundAccounts(landscape);
  return bound.has(keyOf(destination, name, namespace)) || bound.has(keyOf(destination, SOME_GROUP));
}

const SOME_GROUP = 'group';
const BOUND = new WeakMap<Landscape, ReadonlySet<string>>();

function boundAccounts(landscape: Landscape): ReadonlySet<string> {
  const known = BOUND.get(landscape);
  if (known !== undefined) return known;
  const bindings = [...landscape.ofKind('RoleBinding'), ...landscape.ofKind('ClusterRoleBinding')];
  const names = bindings.flatMap((binding) =>
    listOf(binding.read('subjects')).map((subject) => {
      const { destination } = binding.source;
      if (textOf(fieldOf(subject, 'kind')) === 'Group') return keyOf(destination, SOME_GROUP);
      return keyOf(
        destination,
        textOf(fieldOf(subject, 'name')),
        textOf(fieldOf(subject, 'namespace')) || binding.identity.namespace,
      );
    }),
  );
  const bound = new Set(names);
  BOUND.set(landscape, bound);
  return bound;
}

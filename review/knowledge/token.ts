import type { Landscape } from '../landscape';
import type { Workload } from '../workload';

/** The name of the account that a Pod acts as. */
export function accountOf({ spec }: Workload): string {
  return spec.serviceAccountName || 'default';
}

/** Whether the kubelet mounts the token of the account into every container: the Pod's own word counts first. */
export function mountsToken(workload: Workload, landscape: Landscape): boolean {
  const own = workload.spec.automountServiceAccountToken;
  if (own !== undefined) return own;
  const account = landscape.find('ServiceAccount', accountOf(workload), workload.entity);
  return account?.read('automountServiceAccountToken') !== false;
}

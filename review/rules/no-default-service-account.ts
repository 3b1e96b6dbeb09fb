import { accountOf, mountsToken } from '../knowledge/token';
import type { WorkloadRule } from '../rule';

/** An account that everybody shares gets the rights of everybody. */
export const noDefaultServiceAccount: WorkloadRule = {
  id: 'no-default-service-account',
  about: 'workload',
  severity: 'warning',
  title: 'Pods do not carry the token of the default account',
  consequence:
    'Whatever is once allowed to one Pod of the namespace is allowed to all of them, and each carries a token that opens the API.',
  fix: 'Write `automountServiceAccountToken: false`; a program that calls the API gets a `serviceAccountName` of its own.',
  see: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
  *check(workload, landscape) {
    if (workload.containers.length === 0) return;
    if (accountOf(workload) !== 'default' || !mountsToken(workload, landscape)) return;
    yield {
      path: workload.specPath.child('serviceAccountName'),
      found:
        'Every container carries the token of the ServiceAccount `default`, which all Pods of the namespace share.',
    };
  },
};

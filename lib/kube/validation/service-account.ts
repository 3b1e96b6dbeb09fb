import type { ServiceAccount } from '../api/service-account';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { validateObjectMeta } from './metadata';

/**
 * Judges a ServiceAccount, of which the server looks at the metadata alone.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export function validateServiceAccount(
  problems: ProblemList,
  account: ServiceAccount,
  version: KubernetesVersion,
): void {
  validateObjectMeta(problems, account.metadata, FieldPath.of('metadata'), { kind: 'ServiceAccount', version });
}

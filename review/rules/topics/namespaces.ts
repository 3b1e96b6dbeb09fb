import type { Rule } from '../../rule';
import { noSecretInConfigMap } from '../no-secret-in-config-map';
import { noSecretInGit } from '../no-secret-in-git';
import { requirePodSecurityLevel } from '../require-pod-security-level';
import { requireQuotaAmounts } from '../require-quota-amounts';
import { requireReferencedObjects } from '../require-referenced-objects';
import { validConfigKeys } from '../valid-config-keys';
import { validEnvironmentLabel } from '../valid-environment-label';
import { validPodSecurityLevel } from '../valid-pod-security-level';

/** What lies beside workloads in their namespace, and the namespace itself. */
export const NAMESPACE_RULES: readonly Rule[] = [
  validConfigKeys,
  requireReferencedObjects,
  noSecretInGit,
  noSecretInConfigMap,
  requirePodSecurityLevel,
  validPodSecurityLevel,
  requireQuotaAmounts,
  validEnvironmentLabel,
];

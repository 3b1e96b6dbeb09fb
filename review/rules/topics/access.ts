import type { Rule } from '../../rule';
import { noBindingForAll } from '../no-binding-for-all';
import { noBroadSecretAccess } from '../no-broad-secret-access';
import { noClusterAdmin } from '../no-cluster-admin';
import { noEscalatingAccess } from '../no-escalating-access';
import { noShellAccess } from '../no-shell-access';
import { noWildcardAccess } from '../no-wildcard-access';

/** Roles, and who has them. */
export const ACCESS_RULES: readonly Rule[] = [
  noClusterAdmin,
  noWildcardAccess,
  noBroadSecretAccess,
  noShellAccess,
  noEscalatingAccess,
  noBindingForAll,
];

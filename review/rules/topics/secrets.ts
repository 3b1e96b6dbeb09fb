import type { Rule } from '../../rule';
import { noDefaultServiceAccount } from '../no-default-service-account';
import { noEnvFromSecret } from '../no-env-from-secret';
import { noLiteralSecret } from '../no-literal-secret';
import { noLongLivedToken } from '../no-long-lived-token';
import { noPrivateKey } from '../no-private-key';
import { noSecretFromConfigMap } from '../no-secret-from-config-map';
import { noSecretInEnv } from '../no-secret-in-env';
import { noUnusedToken } from '../no-unused-token';
import { requireMemoryForSecrets } from '../require-memory-for-secrets';

/** Accounts, tokens, passwords and keys of programs. */
export const SECRET_RULES: readonly Rule[] = [
  noDefaultServiceAccount,
  noUnusedToken,
  noLongLivedToken,
  noPrivateKey,
  noLiteralSecret,
  noSecretInEnv,
  noEnvFromSecret,
  noSecretFromConfigMap,
  requireMemoryForSecrets,
];

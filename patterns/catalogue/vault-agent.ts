import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { sidecar } from '../sidecar';
import { filesThere } from './files-there';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { VAULT_PATHS } from './vault-agent-files';
import { VAULT, vaultSecrets, withVaultToken } from './vault-secrets';
import type { VaultBrought, VaultSecretsOptions, VaultVolumes } from './vault-secrets';

/** Which secrets of Vault are kept as files. */
export interface VaultAgentOptions<Name extends string, Volume extends string, Tls extends string>
  extends ReadyMadeOptions<Name>, VaultSecretsOptions<Volume, Tls> {}

/**
 * Renders secrets of Vault to files in memory and renews them as they change; the application starts when they are there.
 *
 * **Use it** for secrets that change while the application runs, and for one that reads files again. **Not** where they
 * are needed at boot only: for that there is `vaultAgentOnce`, which costs nothing later; and not where an operator may
 * copy them into a Secret. Below Kubernetes 1.29 nothing waits for a sidecar: put `vaultAgentOnce` before it there.
 *
 * **Costs** 20m CPU and 64 Mi of memory for each replica, and a lease in Vault for each.
 *
 * @see https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template
 */
export function vaultAgent<
  const Volume extends string,
  const Tls extends string = never,
  const Name extends string = 'vault-agent',
>(
  options: VaultAgentOptions<Name, Volume, Tls>,
): Pattern<HelperAdded<{ name: Name; volume: VaultBrought<Name> }>, VaultVolumes<Volume, Tls>> {
  const { name = 'vault-agent', templates }: VaultAgentOptions<string, string, string> = options;
  const files = Object.keys(templates).map((file) => `${VAULT_PATHS.secrets}/${file}`);
  return pattern((pod) =>
    sidecar({
      ...chosen(options, VAULT),
      name,
      ifDown: 'freshness',
      ...vaultSecrets(name, options, false),
      startupProbe: filesThere(files, { periodSeconds: 2, failureThreshold: 60 }),
    })(withVaultToken(pod, name, options)),
  );
}

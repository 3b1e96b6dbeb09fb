import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded } from '../init';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { VAULT, vaultSecrets, withVaultToken } from './vault-secrets';
import type { VaultBrought, VaultSecretsOptions, VaultVolumes } from './vault-secrets';

/** Which secrets of Vault become files, and how long that may take. */
export interface VaultAgentOnceOptions<Name extends string, Volume extends string, Tls extends string>
  extends ReadyMadeOptions<Name>, VaultSecretsOptions<Volume, Tls> {
  /** When to give up: the container fails then, and its log says what Vault answered. */
  readonly timeout: Duration;
}

/**
 * Renders secrets of Vault to files in memory before the application starts, and ends.
 *
 * **Use it** for secrets that the application reads at boot only, in Jobs, and before `vaultAgent` where the target is
 * below Kubernetes 1.29. **Not** for secrets with a lease shorter than the application's life: nobody renews them.
 *
 * **Costs** nothing once the application runs: 20m CPU and 64 Mi of memory, set aside within what the application
 * requests anyway.
 *
 * @see https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#exit_after_auth
 */
export function vaultAgentOnce<
  const Volume extends string,
  const Tls extends string = never,
  const Name extends string = 'vault-agent-once',
>(
  options: VaultAgentOnceOptions<Name, Volume, Tls>,
): Pattern<InitAdded<Name, VaultBrought<Name>>, VaultVolumes<Volume, Tls>> {
  const { name = 'vault-agent-once', timeout }: VaultAgentOnceOptions<string, string, string> = options;
  return pattern((pod) =>
    init({
      ...chosen(options, VAULT),
      name,
      timeout,
      repeatSafe: true,
      ...vaultSecrets(name, options, true),
    })(withVaultToken(pod, name, options)),
  );
}

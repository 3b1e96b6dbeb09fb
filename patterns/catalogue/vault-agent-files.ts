/** What a Vault Agent must know to render secrets. */
export interface VaultAgentFilesOptions {
  /** Where Vault is: `https://vault.vault.svc:8200`. */
  readonly address: string;
  /** The role of Vault's Kubernetes auth method that this Pod's service account may take. */
  readonly role: string;
  /** Where the auth method is mounted. */
  readonly authPath: string;
  /** Templates by the name of the file that they become. */
  readonly templates: Readonly<Record<string, string>>;
  /** Whether it ends when every file is there. */
  readonly once: boolean;
  /** The file with the certificate of Vault's CA, where the system's do not know it. */
  readonly ca: string | undefined;
}

/** Where a Vault Agent finds and leaves what it works with. */
export const VAULT_PATHS = {
  config: '/vault/config',
  secrets: '/vault/secrets',
  tls: '/vault/tls',
  token: '/vault/token',
} as const;

/**
 * The configuration of a Vault Agent, and its templates as files of their own. It ends where a secret or a key is not
 * there, so that `kubectl get pods` shows it, and not with an empty value in a file.
 *
 * @see https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template
 */
export function vaultAgentFiles(options: VaultAgentFilesOptions): Readonly<Record<string, string>> {
  const { address, role, authPath, templates, once, ca } = options;
  const config = {
    vault: { address, ...(ca === undefined ? {} : { ca_cert: ca }) },
    auto_auth: {
      method: {
        type: 'kubernetes',
        mount_path: authPath,
        config: { role, token_path: `${VAULT_PATHS.token}/token` },
      },
    },
    exit_after_auth: once,
    template_config: { exit_on_retry_failure: true },
    template: Object.keys(templates).map((file) => ({
      source: `${VAULT_PATHS.config}/${file}.ctmpl`,
      destination: `${VAULT_PATHS.secrets}/${file}`,
      perms: '0644',
      error_on_missing_key: true,
    })),
  };
  const sources = Object.entries(templates).map(([file, text]) => [`${file}.ctmpl`, text] as const);
  return { 'agent.json': `${JSON.stringify(config, undefined, 2)}\n`, ...Object.fromEntries(sources) };
}

import type { Resources } from '../../lib/pod/quantities';
import { projected } from '../../lib/pod/volume';
import { pattern } from '../pattern';
import type { OpenPod, Pattern } from '../pattern';
import { sidecar } from '../sidecar';
import type { HelperAdded } from '../sidecar';
import { filesThere } from './files-there';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';
import { keepingSecrets } from './secret-volume';
import { VAULT_PATHS, vaultAgentFiles } from './vault-agent-files';

/** Which secrets of Vault become which files. */
export interface VaultAgentOptions<
  Name extends string,
  Volume extends string,
  Tls extends string,
> extends ReadyMadeOptions<Name> {
  /** The volume for the files: in memory, and mounted read-only by whoever reads them. */
  readonly volume: Volume;
  /** Templates by the name of the file that they become: `{ 'db.env': '{{ with secret "…" }}…{{ end }}' }`. */
  readonly templates: Readonly<Record<string, string>>;
  /** Where Vault is: `https://vault.vault.svc:8200`. */
  readonly address: `${'http' | 'https'}://${string}`;
  /** The role of Vault's Kubernetes auth method that the Pod's service account may take. */
  readonly role: string;
  /** Where the auth method is mounted. @default 'auth/kubernetes' */
  readonly authPath?: string;
  /** For whom the Pod's token is, where the role asks for an audience. @default the API server */
  readonly audience?: string;
  /** The volume with the certificate of Vault's CA, in the file `ca.crt` if not said otherwise. */
  readonly tls?: { readonly volume: Tls; readonly ca?: string };
}

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
): Pattern<HelperAdded<Name, Record<never, never>>, VaultVolumes<Volume, Tls>> {
  const { name = 'vault-agent', templates }: VaultAgentOptions<string, string, string> = options;
  const files = Object.keys(templates).map((file) => `${VAULT_PATHS.secrets}/${file}`);
  return pattern((pod) =>
    sidecar({
      ...chosen(options, VAULT),
      name,
      ifDown: 'freshness',
      command: VAULT_COMMAND,
      ...vaultMounts(name, options, false),
      startupProbe: filesThere(files, { periodSeconds: 2, failureThreshold: 60 }),
    })(withVaultToken(pod, name, options)),
  );
}

/** The volumes that a Vault Agent needs to be there. */
export interface VaultVolumes<Volume extends string, Tls extends string> {
  readonly volumes: Readonly<Record<Volume | Tls, true>>;
}

/** The image of Vault's agent, as whom it runs, and an estimate of what it takes. */
export const VAULT = {
  image: 'hashicorp/vault:1.18.3',
  runAsUser: 100,
  resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '128Mi' } } satisfies Resources,
} as const;

/** What a Vault Agent runs. */
export const VAULT_COMMAND = ['vault', 'agent', `-config=${VAULT_PATHS.config}/agent.json`] as const;

type AnyVaultAgent = Pick<
  VaultAgentOptions<string, string, string>,
  'volume' | 'templates' | 'address' | 'role' | 'authPath' | 'tls'
>;

/** What a Vault Agent mounts: its configuration, the volume that it fills, the CA, and a token of the Pod's own. */
export function vaultMounts(name: string, options: AnyVaultAgent, once: boolean) {
  const { volume, templates, address, role, authPath = 'auth/kubernetes', tls } = options;
  const ca = tls === undefined ? undefined : `${VAULT_PATHS.tls}/${tls.ca ?? 'ca.crt'}`;
  const reads: Readonly<Record<string, string>> = {
    [VAULT_PATHS.token]: tokenVolume(name),
    ...(tls === undefined ? {} : { [VAULT_PATHS.tls]: tls.volume }),
  };
  return {
    reads,
    writes: { [VAULT_PATHS.secrets]: volume } as Readonly<Record<string, string>>,
    config: {
      mountPath: VAULT_PATHS.config,
      files: vaultAgentFiles({ address, role, authPath, templates, once, ca }),
    },
  };
}

/** The Pod with a token by which a Vault Agent, and no other container, proves who it is. */
export function withVaultToken(
  pod: OpenPod,
  name: string,
  { volume, audience }: { readonly volume: string; readonly audience?: string },
): OpenPod {
  const token = { path: 'token', expirationSeconds: 3600, ...(audience === undefined ? {} : { audience }) };
  return keepingSecrets(pod, volume).volume(tokenVolume(name), projected([{ serviceAccountToken: token }]));
}

function tokenVolume(name: string): string {
  return `${name}-token`;
}

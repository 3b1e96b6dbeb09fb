import type { Resources } from '../../lib/pod/quantities';
import { projected } from '../../lib/pod/volume';
import type { OpenPod } from '../pattern';
import { keepingSecrets } from './secret-volume';
import { VAULT_PATHS, vaultAgentFiles } from './vault-agent-files';

/** Which secrets of Vault become which files, and by what right. */
export interface VaultSecretsOptions<Volume extends string, Tls extends string> {
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

/** The volumes that a Vault Agent needs to be there. */
export interface VaultVolumes<Volume extends string, Tls extends string> {
  readonly volumes: Readonly<Record<Volume | Tls, true>>;
}

/** The volumes that a Vault Agent brings along: its configuration, and a token by which it proves who it is. */
export type VaultBrought<Name extends string> = `${Name}-config` | `${Name}-token`;

/** The image of Vault's agent, as whom it runs, and an estimate of what it takes. */
export const VAULT = {
  image: 'hashicorp/vault:1.18.3',
  runAsUser: 100,
  resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '128Mi' } } satisfies Resources,
} as const;

/** What a Vault Agent runs, and mounts: its configuration, the volume that it fills, the CA, and a token of its own. */
export function vaultSecrets(name: string, options: VaultSecretsOptions<string, string>, once: boolean) {
  const { volume, templates, address, role, authPath = 'auth/kubernetes', tls } = options;
  const ca = tls === undefined ? undefined : `${VAULT_PATHS.tls}/${tls.ca ?? 'ca.crt'}`;
  const reads: Readonly<Record<string, string>> = {
    [VAULT_PATHS.token]: tokenVolume(name),
    ...(tls === undefined ? {} : { [VAULT_PATHS.tls]: tls.volume }),
  };
  const files = vaultAgentFiles({ address, role, authPath, templates, once, ca });
  return {
    command: ['vault', 'agent', `-config=${VAULT_PATHS.config}/agent.json`],
    reads,
    writes: { [VAULT_PATHS.secrets]: volume } as Readonly<Record<string, string>>,
    config: { mountPath: VAULT_PATHS.config, files },
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

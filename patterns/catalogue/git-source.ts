import type { EnvFrom } from '../../lib/pod/env';
import type { Resources } from '../../lib/pod/quantities';

/** Which repository, which revision of it, and by what right. */
export interface GitSourceOptions<Volume extends string, Ssh extends string> {
  /** The volume for the clone. What to read, or to serve, is the folder `current` in it, and not the whole volume. */
  readonly volume: Volume;
  /** `https://github.com/example/site` or `ssh://git@github.com/example/site`. */
  readonly repo: string;
  /** A branch, a tag or a commit. @default 'HEAD' of the repository */
  readonly ref?: string;
  /** A user and a token for HTTPS. */
  readonly token?: { readonly username: string; readonly password: EnvFrom };
  /** For SSH: the volume with the key in the file `ssh`, and the hosts that are trusted in `known_hosts`. */
  readonly ssh?: { readonly volume: Ssh };
}

/** The volumes that a clone needs to be there. */
export interface GitVolumes<Volume extends string, Ssh extends string> {
  readonly volumes: Readonly<Record<Volume | Ssh, true>>;
}

/** The image of git-sync, which has a shell and `timeout` too, and the user whom its SSH knows. */
export const GIT_SYNC = {
  image: 'registry.k8s.io/git-sync/git-sync:v4.4.0',
  runAsUser: 65533,
  resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '128Mi' } } satisfies Resources,
} as const;

/** What git-sync is told of a repository, in flags, variables and mounts. */
export function gitSource({ volume, repo, ref, token, ssh }: GitSourceOptions<string, string>) {
  const reads: Readonly<Record<string, string>> = ssh === undefined ? {} : { [SECRET]: ssh.volume };
  return {
    args: [
      `--repo=${repo}`,
      ...(ref === undefined ? [] : [`--ref=${ref}`]),
      '--depth=1',
      `--root=${ROOT}`,
      '--link=current',
      ...(ssh === undefined ? [] : [`--ssh-key-file=${SECRET}/ssh`, `--ssh-known-hosts-file=${SECRET}/known_hosts`]),
    ],
    ...(token === undefined ? {} : { env: { GITSYNC_USERNAME: token.username, GITSYNC_PASSWORD: token.password } }),
    reads,
    writes: { [ROOT]: volume } as Readonly<Record<string, string>>,
    scratch: { '/tmp': '16Mi' },
  } as const;
}

const ROOT = '/git';
const SECRET = '/etc/git-secret';

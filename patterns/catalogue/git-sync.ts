import { httpGet } from '../../lib/pod/probe';
import type { Duration } from '../duration';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { sidecar } from '../sidecar';
import { GIT_SYNC, gitSource } from './git-source';
import type { GitSourceOptions, GitVolumes } from './git-source';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which repository is followed. */
export interface GitSyncOptions<Name extends string, Volume extends string, Ssh extends string>
  extends ReadyMadeOptions<Name>, GitSourceOptions<Volume, Ssh> {
  /** How often the repository is asked for news. */
  readonly period: Duration;
}

/**
 * Keeps a clone of a repository on a volume, and switches a link to each new revision as a whole; the application starts
 * when the first one is there.
 *
 * **Use it** for content that its authors publish by merging, without a release of the application. **Not** for code or
 * configuration that a rollout should carry: what runs would no longer be what the manifest says; and not for one
 * revision at boot: for that there is `gitClone`.
 *
 * **Costs** 20m CPU and 32 Mi of memory for each replica, and a question to the Git server from each, every period.
 *
 * @see https://github.com/kubernetes/git-sync
 */
export function gitSync<
  const Volume extends string,
  const Ssh extends string = never,
  const Name extends string = 'git-sync',
>(
  options: GitSyncOptions<Name, Volume, Ssh>,
): Pattern<HelperAdded<{ name: Name; ports: typeof PORTS }>, GitVolumes<Volume, Ssh>> {
  const { name = 'git-sync', period }: GitSyncOptions<string, string, string> = options;
  const { args, ...source } = gitSource(options);
  return pattern((pod) =>
    sidecar({
      ...chosen(options, GIT_SYNC),
      name,
      ifDown: 'freshness',
      ...source,
      args: [...args, `--period=${period}`, '--max-failures=10', `--http-bind=:${PORTS['git-sync']}`],
      ports: PORTS,
      startupProbe: httpGet('/', 'git-sync', { periodSeconds: 2, failureThreshold: 60 }),
      livenessProbe: httpGet('/', 'git-sync', { periodSeconds: 30 }),
    })(pod),
  );
}

const PORTS = { 'git-sync': 9804 } as const;

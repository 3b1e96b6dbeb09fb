import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded } from '../init';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { GIT_SYNC, gitSource } from './git-source';
import type { GitSourceOptions, GitVolumes } from './git-source';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which repository is fetched, and how long that may take. */
export interface GitCloneOptions<Name extends string, Volume extends string, Ssh extends string>
  extends ReadyMadeOptions<Name>, GitSourceOptions<Volume, Ssh> {
  /** When to give up: the container fails then, and its log says what Git answered. */
  readonly timeout: Duration;
}

/**
 * Fetches one revision of a repository to a volume before the application starts, and ends.
 *
 * **Use it** for content that changes with the manifest: name a commit, and every replica has the same. **Not** for a
 * branch, of which each replica would have what it found at its own start; and not for what can be part of the image,
 * which needs no Git server at boot. What is to follow a branch is `gitSync`.
 *
 * **Costs** nothing once the application runs: 20m CPU and 32 Mi of memory, set aside within what the application
 * requests anyway; and no replica starts while the Git server is down.
 *
 * @see https://github.com/kubernetes/git-sync
 */
export function gitClone<
  const Volume extends string,
  const Ssh extends string = never,
  const Name extends string = 'git-clone',
>(options: GitCloneOptions<Name, Volume, Ssh>): Pattern<InitAdded<Name>, GitVolumes<Volume, Ssh>> {
  const { name = 'git-clone', timeout }: GitCloneOptions<string, string, string> = options;
  const { args, ...source } = gitSource(options);
  return pattern((pod) =>
    init({
      ...chosen(options, GIT_SYNC),
      name,
      timeout,
      repeatSafe: true,
      ...source,
      command: ['/git-sync', '--one-time', '--max-failures=3', ...args],
    })(pod),
  );
}

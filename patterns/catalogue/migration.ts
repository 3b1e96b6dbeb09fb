import type { ContainerBase } from '../../lib/pod/container';
import { Without } from '../../lib/pod/reason';
import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded } from '../init';
import type { Pattern } from '../pattern';

/** What migrates, how long that may take, and what happens when several replicas start. */
export interface MigrationOptions<Name extends string> extends Pick<
  ContainerBase<never>,
  'image' | 'resources' | 'env' | 'envFrom' | 'securityContext' | 'scratch'
> {
  /** One sentence: why it happens at each start of a Pod, and not once a release. Printed above it. */
  readonly because: string;
  /** @default 'migration' */
  readonly name?: Name;
  /** In full, since a shell keeps its time: `['/app/migrate', 'up']`. The image has `sh` and `timeout`. */
  readonly command: readonly string[];
  /** When to give up: the command is stopped then, and what it has begun is for the database to roll back. */
  readonly timeout: Duration;
  /**
   * What keeps two of them from running at once, since every replica runs it, at every start: `'Flyway locks its history
   * table'`; or the reason why nothing does. Printed above it.
   */
  readonly oneAtATime: string | Without;
}

/**
 * Migrates a database before the application starts, in every replica, at every start of a Pod.
 *
 * **Use it** for a single replica, or a tool that takes a lock and finds nothing to do the second time. **Not** for
 * several replicas otherwise, for a migration that takes longer than a rollout may wait, or one that the old version,
 * which goes on running until the new one is ready, cannot live with: once a release, `migrationJob` is the better way.
 *
 * **Costs** nothing once the application runs, and at each start the time that the tool takes to find nothing to do. A
 * failed migration keeps new Pods from starting; the old ones go on.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
 */
export function migration<const Name extends string = 'migration'>(
  options: MigrationOptions<Name>,
): Pattern<InitAdded<Name>> {
  const { name = 'migration' as Name, oneAtATime, ...container } = options;
  return init({ ...container, name, repeatSafe: true, caveats: [caveat(oneAtATime)] });
}

function caveat(oneAtATime: string | Without): string {
  const often = 'every replica runs it at every start';
  return oneAtATime instanceof Without
    ? `${often}, and nothing keeps two from running at once: ${oneAtATime.why.because}`
    : `${often}, one at a time: ${oneAtATime}`;
}

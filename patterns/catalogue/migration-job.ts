import type { AnyPod } from '../../lib/pod/pod';
import type { PodShape } from '../../lib/pod/shape';
import type { JobProps } from '../../lib/workloads/job';
import { seconds } from '../duration';
import type { Duration } from '../duration';

/** What migrates once a release, how often it is tried, and who replaces it at the next release. */
export interface MigrationJobOptions<Shape extends PodShape> {
  /** The Pod that migrates and ends: its application container is the migration; patterns may stand beside it. */
  readonly pod: AnyPod<Shape>;
  /** When to give up, tries in all. */
  readonly timeout: Duration;
  /** How often it is tried again after a failure: the tool must find its way from where the last one stopped. */
  readonly retries: number;
  /**
   * A Job cannot be changed, so the next release needs a new one. `argo-cd` and `flux` replace it, the former before
   * everything else of the release; with `name`, its name holds the release: `migrate-v2-4-1`.
   */
  readonly replacedBy: 'argo-cd' | 'flux' | 'name';
}

/**
 * What a Job needs that migrates a database once a release, whatever the number of replicas:
 * `new Job(shop, 'migrate', migrationJob({ … }))`.
 *
 * **Use it** wherever a migration must run once. Where Argo CD replaces it, the rollout waits for it; else the application
 * must live with the old schema until it is done. **Not** for one replica that can wait for its own: for that there is
 * `migration`.
 *
 * **Costs** one Pod a release, and nothing a replica. A failed Pod is kept to be looked at. What it mounts must be there
 * before it: as a hook of Argo CD it comes before the ConfigMaps and Secrets of the same release.
 *
 * @throws TypeError where the timeout is no span of time.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export function migrationJob<Shape extends PodShape>({
  pod,
  timeout,
  retries,
  replacedBy,
}: MigrationJobOptions<Shape>): JobProps<Shape> {
  const annotations = ANNOTATIONS[replacedBy];
  return {
    pod,
    restartPolicy: 'Never',
    backoffLimit: retries,
    activeDeadlineSeconds: seconds(timeout),
    ...(annotations === undefined ? {} : { metadata: { annotations } }),
  };
}

/** How each tool is told that a Job may be replaced. */
const ANNOTATIONS: Readonly<
  Record<MigrationJobOptions<PodShape>['replacedBy'], Readonly<Record<string, string>> | undefined>
> = {
  'argo-cd': {
    'argocd.argoproj.io/hook': 'PreSync',
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  },
  flux: { 'kustomize.toolkit.fluxcd.io/force': 'enabled' },
  name: undefined,
};

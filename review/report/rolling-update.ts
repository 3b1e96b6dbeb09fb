import type { DeploymentSpec } from '../../lib/kube/api/deployment';
import type { IntOrString } from '../../lib/kube/api/scalars';

/** What a Deployment allows while it is rolled out, as numbers of Pods. */
export interface RollingUpdate {
  readonly unavailable: number;
  readonly surge: number;
}

/**
 * What `maxUnavailable` and `maxSurge` come to for so many Pods: a share is rounded down for the one and up for the other,
 * and where both come to nothing one Pod may be unavailable. Undefined for another strategy, or where one cannot be read.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 */
export function rollingUpdateOf({ strategy }: DeploymentSpec, pods: number): RollingUpdate | undefined {
  if (strategy?.type !== 'RollingUpdate' || pods === 0) return undefined;
  const surge = podsOf(strategy.rollingUpdate?.maxSurge ?? '25%', pods, 'up');
  const unavailable = podsOf(strategy.rollingUpdate?.maxUnavailable ?? '25%', pods, 'down');
  if (surge === undefined || unavailable === undefined) return undefined;
  const least = surge === 0 && unavailable === 0 ? 1 : unavailable;
  return { surge, unavailable: Math.min(least, pods) };
}

/** So many Pods, or a share of all of them; undefined where it is neither. */
export function podsOf(value: IntOrString, pods: number, rounding: 'up' | 'down'): number | undefined {
  if (typeof value === 'number') return value < 0 ? undefined : value;
  const percent = /^(\d{1,9})%$/.exec(value)?.[1];
  if (percent === undefined) return undefined;
  const share = (Number(percent) * pods) / 100;
  return rounding === 'up' ? Math.ceil(share) : Math.floor(share);
}

import type { PodSpec } from '../api/pod';
import { containersOf } from '../containers';
import { amountsOf, larger, sum, type Amounts } from './amounts';

/** What the containers of a Pod need together, before Pod-level resources and overhead. */
export interface Aggregate {
  /** The sum over everything that runs side by side: regular containers and sidecars. */
  readonly steady: Amounts;
  /** The most that is needed while the Pod starts: each init container with the sidecars that started before it. */
  readonly startPeak: Amounts;
  /** The larger of both: what has to be set aside. */
  readonly total: Amounts;
}

/**
 * Adds up the requests or limits of the containers of a Pod, as the scheduler does.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function aggregate(spec: PodSpec, kind: 'requests' | 'limits'): Aggregate {
  let sidecars: Amounts = new Map();
  let apps: Amounts = new Map();
  let startPeak: Amounts = new Map();
  for (const { container, role } of containersOf(spec)) {
    const own = amountsOf(container.resources?.[kind]);
    if (role === 'app') apps = sum(apps, own);
    if (role === 'init') startPeak = larger(startPeak, sum(own, sidecars));
    if (role === 'sidecar') {
      sidecars = sum(sidecars, own);
      startPeak = larger(startPeak, sidecars);
    }
  }
  const steady = sum(apps, sidecars);
  return { steady, startPeak, total: larger(steady, startPeak) };
}

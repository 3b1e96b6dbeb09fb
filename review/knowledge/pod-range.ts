import type { Landscape } from '../landscape';
import { boundsOf } from '../report/pod-count';
import type { Workload } from '../workload';

/** How many Pods of a workload there are outside of rollouts. */
export interface PodRange {
  readonly least: number;
  readonly most: number;
}

/** How many Pods a workload has, with what scales it; undefined where the nodes decide, or a Job does. */
export function podRangeOf(workload: Workload, landscape: Landscape): PodRange | undefined {
  const { replicas } = workload;
  if (replicas === undefined) return undefined;
  const [autoscaler] = landscape.autoscalersOf(workload);
  const bounds = autoscaler === undefined || replicas === 0 ? undefined : boundsOf(autoscaler);
  return bounds ?? { least: replicas, most: replicas };
}

/** Whether something scales a workload: a HorizontalPodAutoscaler, or one of its relatives that name their target alike. */
export function isScaled(workload: Workload, landscape: Landscape): boolean {
  if (landscape.autoscalersOf(workload).length > 0) return true;
  const { kind, name } = workload.entity.identity;
  return landscape
    .beside('ScaledObject', workload.entity)
    .some(
      (scaler) =>
        scaler.read('spec', 'scaleTargetRef', 'name') === name &&
        (scaler.read('spec', 'scaleTargetRef', 'kind') ?? 'Deployment') === kind,
    );
}

import { FieldPath } from '../../lib/kube/field-path';
import { fieldOf, listOf, textOf, type Entity } from '../entity';
import type { Landscape } from '../landscape';
import type { Workload } from '../workload';

/** A metric of the Pods' own resources, by which an autoscaler decides. */
export interface ResourceMetric {
  readonly resource: string;
  /** The one container that is measured; all of them together where there is none. */
  readonly container?: string;
  /** Whether it is measured against what the containers request. */
  readonly isShare: boolean;
  readonly path: FieldPath;
}

/** The metrics of CPU and memory that an autoscaler goes by, in both versions of the API. */
export function resourceMetricsOf(autoscaler: Entity): readonly ResourceMetric[] {
  const spec = FieldPath.of('spec');
  const older = autoscaler.read('spec', 'targetCPUUtilizationPercentage');
  const metrics = listOf(autoscaler.read('spec', 'metrics')).flatMap((metric, position) => {
    const type = textOf(fieldOf(metric, 'type'));
    const field = type === 'ContainerResource' ? 'containerResource' : 'resource';
    if (type !== 'Resource' && type !== 'ContainerResource') return [];
    const source = fieldOf(metric, field);
    const container = textOf(fieldOf(source, 'container'));
    return {
      resource: textOf(fieldOf(source, 'name')),
      ...(container !== '' && { container }),
      isShare: textOf(fieldOf(fieldOf(source, 'target'), 'type')) === 'Utilization',
      path: spec.child('metrics').index(position).child(field),
    };
  });
  if (older === undefined) return metrics;
  return [{ resource: 'cpu', isShare: true, path: spec.child('targetCPUUtilizationPercentage') }, ...metrics];
}

/** The workload that an autoscaler scales; undefined where it is not among the reviewed. */
export function targetOf(autoscaler: Entity, landscape: Landscape): Workload | undefined {
  const name = textOf(autoscaler.read('spec', 'scaleTargetRef', 'name'));
  const kind = textOf(autoscaler.read('spec', 'scaleTargetRef', 'kind'));
  const target = landscape.find(kind, name, autoscaler);
  return target && landscape.workloadOf(target);
}

import { fieldsArgument } from '../pod/argument';
import { Because, because } from '../pod/reason';
import type { PodShape } from '../pod/shape';
import { HorizontalPodAutoscaler } from './horizontal-pod-autoscaler';
import type { HorizontalPodAutoscalerOptions } from './horizontal-pod-autoscaler';
import { PodDisruptionBudget } from './pod-disruption-budget';
import type { PodDisruptionBudgetOptions } from './pod-disruption-budget';
import { Workload } from './workload';

/** How firmly Pods are spread, by the node label whose values are the places. */
export type Spread = Readonly<Record<string, 'ScheduleAnyway' | Because<'DoNotSchedule'>>>;

/** A construct that owns a number of equal Pods, which can be scaled and spread. */
export abstract class ScaledWorkload<Shape extends PodShape = PodShape> extends Workload<Shape> {
  /** Adds a PodDisruptionBudget of the same name: how many of these Pods a drain may take away at a time. */
  podDisruptionBudget(options: PodDisruptionBudgetOptions): PodDisruptionBudget {
    const { metadata, ...others } = fieldsArgument('a PodDisruptionBudget', options);
    const named = { workload: this, metadata: { name: this.name, ...metadata } };
    // The spread of a union forgets which of its members it was.
    return new PodDisruptionBudget(this, 'pod-disruption-budget', {
      ...(others as PodDisruptionBudgetOptions),
      ...named,
    });
  }

  /**
   * Adds a HorizontalPodAutoscaler of the same name. It decides about `replicas`, which is left open with a reason.
   *
   * @param options Its metrics name containers of the Pod; several containers take metrics of type ContainerResource.
   */
  horizontalPodAutoscaler(options: HorizontalPodAutoscalerOptions<Shape>): HorizontalPodAutoscaler<Shape> {
    const { metadata, ...others } = fieldsArgument('a HorizontalPodAutoscaler', options);
    return new HorizontalPodAutoscaler<Shape>(this, 'horizontal-pod-autoscaler', {
      ...others,
      workload: this,
      metadata: { name: this.name, ...metadata },
    });
  }

  /**
   * Spreads these Pods evenly over nodes and zones, as far as there is room; a spread that keeps a Pod waiting instead
   * takes a reason.
   *
   * @param places How firmly, by node label. @default nodes and zones, `ScheduleAnyway`
   * @throws TypeError where the Pod has topologySpreadConstraints already.
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
   */
  spread(places: Spread = NODES_AND_ZONES): this {
    const entries = Object.entries(fieldsArgument('a spread', places));
    const constraints = entries.map(([topologyKey, firmly]) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: firmly instanceof Because ? firmly.value : firmly,
      labelSelector: { matchLabels: this.selector },
    }));
    const reasons = entries.flatMap(([, firmly]) => (firmly instanceof Because ? [firmly.why.because] : []));
    const reason = [...new Set(reasons)].join('; ');
    this.add('topologySpreadConstraints', reason === '' ? constraints : because(reason, constraints));
    return this;
  }
}

const NODES_AND_ZONES: Spread = {
  'topology.kubernetes.io/zone': 'ScheduleAnyway',
  'kubernetes.io/hostname': 'ScheduleAnyway',
};

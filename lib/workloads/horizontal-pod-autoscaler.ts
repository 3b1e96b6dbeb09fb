import type { Construct } from 'constructs';
import type {
  ContainerResourceMetricSource,
  HorizontalPodAutoscalerSpec,
  MetricSpec,
  ResourceMetricSource,
} from '../kube/api/horizontal-pod-autoscaler';
import { FieldPath } from '../kube/field-path';
import { ProblemList } from '../kube/problem-list';
import type { Problem } from '../kube/problem';
import { fieldsArgument } from '../pod/argument';
import type { Note } from '../pod/note';
import { isRecord } from '../kube/is-record';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import type { Because } from '../pod/reason';
import type { PodShape } from '../pod/shape';
import { unbox } from '../pod/unbox';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';
import type { Selectable } from './service';

/** Between which numbers of Pods a workload is scaled, and by what that is decided. */
export interface HorizontalPodAutoscalerOptions<Shape extends PodShape> extends Omit<
  HorizontalPodAutoscalerSpec,
  'scaleTargetRef' | 'minReplicas' | 'metrics'
> {
  readonly minReplicas: number;
  /** What is measured; where several containers run in the Pod, of one container. */
  readonly metrics: readonly Metric<Shape>[];
  readonly metadata?: ObjectMetadata;
}

/** One thing that is measured, in the API's own fields. */
export type Metric<Shape extends PodShape> =
  | {
      readonly type: 'ContainerResource';
      readonly containerResource: Omit<ContainerResourceMetricSource, 'container'> & {
        readonly container: RunningNames<Shape>;
      };
    }
  | PodMetric<RunningNames<Shape>>
  | Because<{ readonly type: 'Resource'; readonly resource: ResourceMetricSource }>
  | (Pick<Required<MetricSpec>, 'pods'> & { readonly type: 'Pods' })
  | (Pick<Required<MetricSpec>, 'object'> & { readonly type: 'Object' })
  | (Pick<Required<MetricSpec>, 'external'> & { readonly type: 'External' });

/** The names of the containers that run as long as the Pod does. */
type RunningNames<Shape extends PodShape> = {
  [Name in keyof Shape['containers']]: Shape['containers'][Name] extends 'init' ? never : Name;
}[keyof Shape['containers']] &
  string;

/** A metric of the whole Pod, where one container is all of it. */
type PodMetric<Names extends string> = {
  readonly type: 'Resource';
  readonly resource: IsOne<Names> extends true
    ? ResourceMetricSource
    : 'several containers run in this Pod, and an idle helper hides a busy application: use type ContainerResource, or wrap the metric in because(reason, metric)';
};

type IsOne<Names, All = Names> = [Names] extends [never]
  ? true
  : Names extends unknown
    ? [All] extends [Names]
      ? true
      : false
    : never;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Changes the number of Pods of a workload as the load changes. The workload leaves `replicas` open, with a reason.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export class HorizontalPodAutoscaler<Shape extends PodShape = PodShape> extends Manifest {
  readonly #workload: Selectable<Shape>;
  readonly #spec: Taken<Fields>;

  /** @throws TypeError where there is no workload. */
  constructor(
    scope: Construct,
    id: string,
    props: HorizontalPodAutoscalerOptions<Shape> & { readonly workload: Selectable<Shape> },
  ) {
    const { metadata = {}, workload, ...spec } = fieldsArgument(`HorizontalPodAutoscaler "${id}"`, props);
    fieldsArgument(`the workload of HorizontalPodAutoscaler "${id}"`, workload);
    super(scope, id, {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: id, ...metadata },
    });
    this.#workload = workload;
    this.#spec = takeIn<Fields>(spec, FieldPath.of('spec'));
  }

  protected override body(): ManifestBody {
    const { apiVersion, kind, name } = this.#workload;
    const notes: Note[] = [];
    const unboxed = unbox(this.#spec.value, FieldPath.of('spec'), notes);
    const spec = isRecord(unboxed) ? unboxed : {};
    return {
      fields: { spec: { scaleTargetRef: { apiVersion, kind, name }, ...spec } },
      notes,
      problems: [...this.#spec.problems, ...this.problems(spec, notes)],
      promise: `Keeps ${String(spec['minReplicas'])} to ${String(spec['maxReplicas'])} Pods of ${kind} ${name} running, by their load.`,
    };
  }

  private problems({ minReplicas, metrics }: Fields, notes: readonly Note[]): readonly Problem[] {
    const list = new ProblemList();
    const path = FieldPath.of('spec');
    if (minReplicas == null) {
      list.required('min-replicas', path.child('minReplicas'), 'say how many Pods stay when nothing happens', OURS);
    }
    if (!Array.isArray(metrics) || metrics.length === 0) {
      list.required('metrics', path.child('metrics'), 'say what is measured; nothing is taken for granted', OURS);
      return list.problems;
    }
    const running = this.#workload.pod.model.containers.filter(({ role }) => role !== 'init');
    for (const [position, metric] of (metrics as readonly unknown[]).entries()) {
      const field = path.child('metrics').index(position);
      if (running.length < 2 || !isRecord(metric) || metric['type'] !== 'Resource') continue;
      if (notes.some((note) => note.path === field.toString())) continue;
      const detail = `${running.length} containers run in this Pod, and an idle helper hides a busy application: measure one container with type ContainerResource, or wrap the metric in because(reason, metric)`;
      list.invalid('pod-metric-of-several', field.child('type'), 'Resource', detail, OURS);
    }
    return list.problems;
  }
}

const OURS = { ours: true } as const;

import type { Construct } from 'constructs';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import { fieldsArgument, textArgument } from '../pod/argument';
import { isDay } from '../pod/day';
import type { PodShape } from '../pod/shape';
import { DELETE_BY } from './words';
import { Workload } from './workload';
import type { Fields, RestartPolicy, WorkloadKind, WorkloadProps } from './workload';

/** Why there is a Pod that nobody owns, and when it goes. */
export interface ExperimentPodProps<Shape extends PodShape> extends Omit<WorkloadProps<Shape>, 'selector'> {
  /** What is tried out, in one sentence. */
  readonly purpose: string;
  /** The last day of it, as `YYYY-MM-DD`. */
  readonly deleteBy: string;
  /** @default 'Always' */
  readonly restartPolicy?: RestartPolicy;
}

/**
 * A bare Pod, for learning, a connectivity test or a start-up problem: nobody replaces it when it is deleted, evicted
 * or loses its node. Everything else belongs to an owner.
 */
export class ExperimentPod<Shape extends PodShape = PodShape> extends Workload<Shape> {
  readonly purpose: string;
  readonly deleteBy: string;

  /** @throws TypeError where there is no Pod, no purpose, or `deleteBy` is no day. */
  constructor(scope: Construct, id: string, props: ExperimentPodProps<Shape>) {
    const { purpose, deleteBy, ...others } = fieldsArgument(`ExperimentPod "${id}"`, props);
    textArgument('purpose', purpose);
    if (!isDay(deleteBy)) throw new TypeError(`deleteBy takes a day such as 2027-03-31, and got ${deleteBy}`);
    super(scope, id, EXPERIMENT, others);
    this.purpose = purpose;
    this.deleteBy = deleteBy;
  }

  protected override around({ metadata = {}, spec }: PodTemplateSpec, own: Fields): Fields {
    return { metadata: mergeMetadata(this.metadata.toJson() as Fields, metadata), spec: { ...own, ...spec } };
  }

  protected override promise(): string {
    const where = this.metadata.namespace === undefined ? '' : ` --namespace ${this.metadata.namespace}`;
    return `Nobody replaces this Pod. ${sentence(this.purpose)}\n${DELETE_BY}${this.deleteBy}: kubectl delete pod ${this.name}${where}`;
  }
}

const EXPERIMENT: WorkloadKind = {
  apiVersion: 'v1',
  kind: 'Pod',
  restartPolicy: 'Always',
  promises: [],
  selector: 'none',
  templatePath: '',
  writeOut: (spec) => spec,
};

function mergeMetadata(own: Fields, template: NonNullable<PodTemplateSpec['metadata']>): Fields {
  const merged = (field: 'labels' | 'annotations') => ({ ...template[field], ...(own[field] as Fields | undefined) });
  const filled = Object.entries({ labels: merged('labels'), annotations: merged('annotations') });
  return { ...own, ...Object.fromEntries(filled.filter(([, map]) => Object.keys(map).length > 0)) };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

import type { Construct } from 'constructs';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import type { PodShape } from '../pod/shape';
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

  constructor(scope: Construct, id: string, { purpose, deleteBy, ...props }: ExperimentPodProps<Shape>) {
    super(scope, id, EXPERIMENT, props);
    this.purpose = purpose;
    this.deleteBy = deleteBy;
  }

  protected override around({ metadata = {}, spec }: PodTemplateSpec): Fields {
    return { metadata: mergeMetadata(this.metadata.toJson() as Fields, metadata), spec };
  }

  protected override promise(): string {
    const where = this.metadata.namespace === undefined ? '' : ` --namespace ${this.metadata.namespace}`;
    return `Nobody replaces this Pod. ${sentence(this.purpose)}\nDelete it by ${this.deleteBy}: kubectl delete pod ${this.name}${where}`;
  }
}

const EXPERIMENT: WorkloadKind = {
  apiVersion: 'v1',
  kind: 'Pod',
  restartPolicy: 'Always',
  selector: 'none',
  templatePath: '',
  written: {},
};

function mergeMetadata(own: Fields, template: NonNullable<PodTemplateSpec['metadata']>): Fields {
  const merged = (field: 'labels' | 'annotations') => ({ ...template[field], ...(own[field] as Fields | undefined) });
  const filled = Object.entries({ labels: merged('labels'), annotations: merged('annotations') });
  return { ...own, ...Object.fromEntries(filled.filter(([, map]) => Object.keys(map).length > 0)) };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

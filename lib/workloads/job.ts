import type { Construct } from 'constructs';
import type { JobSpec } from '../kube/api/job';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import type { Without } from '../pod/reason';
import type { PodShape } from '../pod/shape';
import { span } from './words';
import { Workload } from './workload';
import type { Fields, WorkloadKind, WorkloadProps } from './workload';

/** How a Job counts its work as done, or as failed. */
export interface JobBehaviour extends Omit<JobSpec, 'selector' | 'manualSelector' | 'template' | keyof Decided> {
  /** `Never` keeps a failed container to be looked at and tries again in a new Pod; `OnFailure` tries again in place. */
  readonly restartPolicy: 'Never' | 'OnFailure';
  /** How many failures in all before the Job has failed. */
  readonly backoffLimit: number;
  /** Seconds after which the Job has failed and its Pods are stopped, retries included. */
  readonly activeDeadlineSeconds: number | Without;
}

/** What a Job promises of its Pods. */
export interface JobProps<Shape extends PodShape> extends Omit<WorkloadProps<Shape>, 'selector'>, JobBehaviour {}

/**
 * Runs Pods until enough of them have succeeded.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export class Job<Shape extends PodShape = PodShape> extends Workload<Shape> {
  constructor(scope: Construct, id: string, props: JobProps<Shape>) {
    super(scope, id, JOB, props);
  }

  protected override around(template: PodTemplateSpec, spec: Fields): Fields {
    return { spec: { ...spec, template } };
  }

  protected override promise(spec: Partial<JobSpec>): string {
    return `Runs to completion ${completions(spec)}${giveUp(spec)}.`;
  }
}

/** What Kubernetes would fill into a Job and a reviewer would have to know. */
export const JOB_WRITTEN = { completions: 1, parallelism: 1 };

/** How often a Job runs, in words. */
export function completions({ completions: wanted = 1 }: Partial<JobSpec>): string {
  return wanted === 1 ? 'once' : `${wanted} times`;
}

/** When a Job counts as failed, in words. */
export function giveUp({ backoffLimit = 6, activeDeadlineSeconds }: Partial<JobSpec>): string {
  const failures = backoffLimit === 0 ? 'after the first failure' : `after ${backoffLimit + 1} failures`;
  return `; gives up ${failures}${activeDeadlineSeconds === undefined ? '' : ` or ${span(activeDeadlineSeconds)}`}`;
}

interface Decided {
  readonly backoffLimit: unknown;
  readonly activeDeadlineSeconds: unknown;
}

const JOB: WorkloadKind = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  restartPolicy: 'Never',
  selector: 'by-name',
  templatePath: 'spec.template',
  written: JOB_WRITTEN,
};

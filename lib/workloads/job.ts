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

/**
 * A Job's fields with what Kubernetes would fill in and a reviewer would have to know. Where parallelism is given and
 * completions are not, Pods share a queue of work and the first success ends it: that stays as it is.
 */
export function writtenOutJob(spec: Fields): Fields {
  return 'parallelism' in spec ? spec : { completions: 1, parallelism: 1, ...spec };
}

/** How often a Job runs, in words. */
export function completions({ completions: wanted, parallelism = 1 }: Partial<JobSpec>): string {
  if (wanted === undefined && parallelism !== 1) return `with ${parallelism} Pods at a time until one has succeeded`;
  return wanted === undefined || wanted === 1 ? 'once' : `${wanted} times`;
}

/** The fields that say what a Job promises. */
export const JOB_PROMISES = ['spec.backoffLimit', 'spec.activeDeadlineSeconds'];

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
  promises: JOB_PROMISES,
  selector: 'by-name',
  templatePath: 'spec.template',
  writeOut: writtenOutJob,
};

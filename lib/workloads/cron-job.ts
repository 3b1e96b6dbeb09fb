import type { Construct } from 'constructs';
import type { CronJobSpec } from '../kube/api/cron-job';
import type { JobSpec } from '../kube/api/job';
import type { PodTemplateSpec } from '../kube/api/pod-template';
import type { Without } from '../pod/reason';
import type { PodShape } from '../pod/shape';
import { fieldsArgument } from '../pod/argument';
import { completions, giveUp, JOB_PROMISES, writtenOutJob } from './job';
import type { JobBehaviour } from './job';
import { Workload } from './workload';
import type { Fields, WorkloadKind, WorkloadProps } from './workload';

/** What a CronJob promises of its Jobs. */
export interface CronJobProps<Shape extends PodShape>
  extends Omit<WorkloadProps<Shape>, 'selector'>, Omit<CronJobSpec, 'jobTemplate' | 'timeZone' | 'concurrencyPolicy'> {
  /** Minute, hour, day of month, month, day of week: `'15 3 * * *'`. */
  readonly schedule: string;
  /** The time zone that the schedule is read in: `'Etc/UTC'`, `'Europe/Vienna'`. */
  readonly timeZone: string | Without;
  /** What happens when a Job is still running at the next time: both run, the next is skipped, the first is stopped. */
  readonly concurrencyPolicy: 'Allow' | 'Forbid' | 'Replace';
  /** How each Job counts its work as done, or as failed. */
  readonly job: JobBehaviour;
}

/**
 * Starts a Job at the times of a schedule.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export class CronJob<Shape extends PodShape = PodShape> extends Workload<Shape> {
  constructor(scope: Construct, id: string, props: CronJobProps<Shape>) {
    const { job, ...others } = fieldsArgument(`CronJob "${id}"`, props);
    const { restartPolicy, ...jobSpec } = fieldsArgument(`the job of CronJob "${id}"`, job);
    super(scope, id, CRON_JOB, { ...others, restartPolicy, ...{ jobTemplate: { spec: jobSpec } } });
  }

  protected override around(template: PodTemplateSpec, spec: Fields): Fields {
    const { jobTemplate, ...schedule } = spec as { jobTemplate: { spec: JobSpec } };
    return { spec: { ...schedule, jobTemplate: { spec: { ...jobTemplate.spec, template } } } };
  }

  protected override promise(spec: Partial<CronJobSpec>): string {
    const zone = spec.timeZone === undefined ? '' : ` ${spec.timeZone}`;
    const overlap = OVERLAP[spec.concurrencyPolicy ?? 'Allow'];
    const job = spec.jobTemplate?.spec ?? {};
    return `Runs ${completions(job)} at each "${spec.schedule ?? ''}"${zone}${overlap}${giveUp(job)}.`;
  }
}

const OVERLAP = {
  Allow: ', beside one that still runs',
  Forbid: ', unless one still runs',
  Replace: ', stopping one that still runs',
} as const;

const CRON_JOB: WorkloadKind = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  promises: [
    'spec.schedule',
    'spec.timeZone',
    'spec.concurrencyPolicy',
    ...JOB_PROMISES.map((path) => `spec.jobTemplate.${path}`),
  ],
  selector: 'by-name',
  templatePath: 'spec.jobTemplate.spec.template',
  writeOut: ({ jobTemplate, ...schedule }) => ({
    ...schedule,
    jobTemplate: { spec: writtenOutJob((jobTemplate as { readonly spec: Fields }).spec) },
  }),
};

import type { JobSpec } from './job';
import type { ObjectMeta, ObjectReference } from './meta';
import type { Int32, Int64, Time } from './scalars';

/**
 * A CronJob.
 *
 * @apiVersion batch/v1
 */
export interface CronJob {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: ObjectMeta;
  readonly spec: CronJobSpec;
  readonly status?: CronJobStatus;
}

export interface CronJobSpec {
  readonly concurrencyPolicy?: string;
  readonly failedJobsHistoryLimit?: Int32;
  readonly jobTemplate: JobTemplateSpec;
  readonly schedule: string;
  readonly startingDeadlineSeconds?: Int64;
  readonly successfulJobsHistoryLimit?: Int32;
  readonly suspend?: boolean;
  readonly timeZone?: string;
}

export interface JobTemplateSpec {
  readonly metadata?: ObjectMeta;
  readonly spec?: JobSpec;
}

export interface CronJobStatus {
  readonly active?: readonly ObjectReference[];
  readonly lastScheduleTime?: Time;
  readonly lastSuccessfulTime?: Time;
}

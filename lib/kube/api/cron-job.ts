import type { JobSpec } from './job';
import type { ObjectMeta, ObjectReference } from './meta';
import type { Int32, Int64, Time } from './scalars';

/**
 * Makes a Job at certain times.
 *
 * @apiVersion batch/v1
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export interface CronJob {
  /** Always `batch/v1`. */
  readonly apiVersion?: string;
  /** Always `CronJob`. */
  readonly kind?: string;
  /** The CronJob's name, at most 52 characters, its labels and annotations. */
  readonly metadata?: ObjectMeta;
  /** When which Job shall be made. */
  readonly spec: CronJobSpec;
  /** What was made so far. Set by the cluster. */
  readonly status?: CronJobStatus;
}

/** When which Job shall be made. */
export interface CronJobSpec {
  /** The times, as a cron line of five fields. */
  readonly schedule: string;
  /**
   * The time zone of the schedule by its name, such as `Europe/Berlin`.
   *
   * @default the time zone of the controller manager
   */
  readonly timeZone?: string;
  /**
   * What happens when the last Job still runs: both run, the new one is skipped, or it replaces the old one.
   *
   * @default `Allow`
   */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /**
   * Seconds a Job may be late before it is skipped.
   *
   * @default no limit
   */
  readonly startingDeadlineSeconds?: Int64;
  /**
   * Whether no further Jobs are made.
   *
   * @default false
   */
  readonly suspend?: boolean;
  /**
   * How many succeeded Jobs are kept.
   *
   * @default 3
   */
  readonly successfulJobsHistoryLimit?: Int32;
  /**
   * How many failed Jobs are kept.
   *
   * @default 1
   */
  readonly failedJobsHistoryLimit?: Int32;
  /** What the Jobs are made from. */
  readonly jobTemplate: JobTemplateSpec;
}

/** What a CronJob makes its Jobs from. */
export interface JobTemplateSpec {
  /** Labels and annotations of the Jobs. */
  readonly metadata?: ObjectMeta;
  /** What shall run in each of them. */
  readonly spec?: JobSpec;
}

/** What a CronJob made so far. */
export interface CronJobStatus {
  /**
   * The Jobs that run now.
   *
   * @atomic
   */
  readonly active?: readonly ObjectReference[];
  /** When a Job was last made. */
  readonly lastScheduleTime?: Time;
  /** When a Job last succeeded. */
  readonly lastSuccessfulTime?: Time;
}

import type { CronJob, CronJobSpec } from '../api/cron-job';
import { cronComplaint, timeZoneComplaint } from '../cron';
import { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import type { KubernetesVersion } from '../version';
import { judgedJobSpec, validateJobSpec } from './job-spec';
import { validateObjectMeta } from './metadata';
import { generatedName } from './object-name';
import { checkNotNegative, checkWord } from './value-checks';

const LONGEST_NAME = 52;
const POLICIES: readonly string[] = ['Allow', 'Forbid', 'Replace'];

/**
 * Judges a CronJob, defaults filled in. Of its Job template the server looks at the spec alone, not at the metadata.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export function validateCronJob(problems: ProblemList, cronJob: CronJob, version: KubernetesVersion): void {
  const metadata = FieldPath.of('metadata');
  validateObjectMeta(problems, cronJob.metadata, metadata, { kind: 'CronJob', version });
  const name = generatedName(cronJob.metadata ?? {});
  if (name.length > LONGEST_NAME) {
    const detail = `must be at most ${LONGEST_NAME} characters, to which each Job adds 11 of its own`;
    problems.invalid('cron-job-name', metadata.child('name'), name, detail);
  }
  validateSpec(problems, (cronJob as Partial<CronJob>).spec ?? {}, FieldPath.of('spec'), version);
}

function validateSpec(
  problems: ProblemList,
  spec: Partial<CronJobSpec>,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  validateSchedule(problems, spec.schedule ?? '', path.child('schedule'));
  validateTimeZone(problems, spec.timeZone, path.child('timeZone'));
  checkNotNegative(problems, spec.startingDeadlineSeconds, path.child('startingDeadlineSeconds'));
  checkWord(problems, 'concurrency-policy', spec.concurrencyPolicy, POLICIES, path.child('concurrencyPolicy'));
  checkNotNegative(problems, spec.successfulJobsHistoryLimit, path.child('successfulJobsHistoryLimit'));
  checkNotNegative(problems, spec.failedJobsHistoryLimit, path.child('failedJobsHistoryLimit'));
  const place = path.child('jobTemplate').child('spec');
  const job = judgedJobSpec(spec.jobTemplate?.spec ?? {}, version);
  validateJobSpec(problems, job, place, version);
  if (job.selector !== undefined) {
    const detail = 'each Job gets a selector of its own; leave it out';
    problems.invalid('generated-selector', place.child('selector'), job.selector, detail);
  }
  if (job.manualSelector === true) {
    problems.notSupported('generated-selector', place.child('manualSelector'), true, ['nil', 'false']);
  }
}

function validateSchedule(problems: ProblemList, schedule: string, path: FieldPath): void {
  if (schedule === '') {
    problems.required('cron-schedule', path, 'five fields, such as "0 4 * * *", or a word such as "@daily"');
    return;
  }
  const complaint = cronComplaint(schedule);
  if (complaint !== undefined) problems.invalid('cron-schedule', path, schedule, complaint);
}

function validateTimeZone(problems: ProblemList, timeZone: string | undefined, path: FieldPath): void {
  const complaint = timeZone === undefined ? undefined : timeZoneComplaint(timeZone);
  if (complaint !== undefined) problems.invalid('time-zone', path, timeZone, complaint);
}

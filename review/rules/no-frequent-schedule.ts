import { tryCron } from '../../lib/kube/cron';
import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';
import { isExplained } from '../knowledge/reason';

/** Each run is a new Pod that is scheduled, pulled and started. */
export const noFrequentSchedule: WorkloadRule = {
  id: 'no-frequent-schedule',
  about: 'workload',
  severity: 'info',
  title: 'What has to be done every minute is done by something that runs',
  consequence: 'The cluster makes a Job and a Pod each minute, and a start that takes longer than that falls behind.',
  fix: 'Run it as a Deployment that does its work in an interval, or say beside `schedule` why not.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
  *check(workload) {
    const { entity, kind } = workload;
    const schedule = entity.read('spec', 'schedule');
    const path = FieldPath.of('spec').child('schedule');
    if (kind !== 'CronJob' || typeof schedule !== 'string' || !isEveryMinute(schedule)) return;
    if (entity.read('spec', 'suspend') === true || isExplained(workload, path)) return;
    yield { path, found: `\`${schedule}\` starts a run every minute.` };
  },
};

function isEveryMinute(schedule: string): boolean {
  const read = tryCron(schedule);
  if (read?.kind === 'every') return read.nanoseconds <= 60_000_000_000n;
  return read?.fields.every(({ open, values, name }) => (name === 'minute' ? values.length === 60 : open)) ?? false;
}

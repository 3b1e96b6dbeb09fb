import { tryCron } from '../../lib/kube/cron';
import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** A schedule is read on the clock of whatever machine runs the controller. */
export const requireTimeZone: WorkloadRule = {
  id: 'require-time-zone',
  about: 'workload',
  severity: 'info',
  title: 'A time of day has a time zone',
  consequence:
    'It runs at this time on the clock of the control plane, which is often UTC and may change with the cluster.',
  fix: 'Write `timeZone`, such as `Etc/UTC` or `Europe/Vienna`.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones',
  *check({ entity, kind }) {
    if (kind !== 'CronJob' || entity.read('spec', 'timeZone') !== undefined) return;
    const schedule = entity.read('spec', 'schedule');
    if (typeof schedule !== 'string' || !namesTimeOfDay(schedule)) return;
    const path = FieldPath.of('spec').child('timeZone');
    yield { path, found: `\`${schedule}\` is a time of day, and nothing says of which time zone.` };
  },
};

/** Some hours, and not each of them. */
function namesTimeOfDay(schedule: string): boolean {
  const read = tryCron(schedule);
  if (read?.kind !== 'fields') return false;
  const hours = read.fields.find(({ name }) => name === 'hour')?.values.length ?? 0;
  return hours > 0 && hours < 12;
}

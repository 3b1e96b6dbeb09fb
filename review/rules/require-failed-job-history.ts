import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** What has failed is only looked at afterwards. */
export const requireFailedJobHistory: WorkloadRule = {
  id: 'require-failed-job-history',
  about: 'workload',
  severity: 'warning',
  title: 'The last failure of a CronJob can be looked at',
  consequence: 'The Job, its Pod and its logs are gone as soon as a run has failed.',
  fix: 'Leave `failedJobsHistoryLimit` out, which keeps one, or write 1 or more.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#jobs-history-limits',
  *check({ entity, kind }) {
    if (kind !== 'CronJob' || entity.read('spec', 'failedJobsHistoryLimit') !== 0) return;
    const path = FieldPath.of('spec').child('failedJobsHistoryLimit');
    yield { path, found: '`failedJobsHistoryLimit: 0` deletes what has failed.' };
  },
};

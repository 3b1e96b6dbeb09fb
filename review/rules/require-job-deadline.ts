import { jobSpecOf } from '../knowledge/job-spec';
import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** A Job that hangs runs for ever. */
export const requireJobDeadline: WorkloadRule = {
  id: 'require-job-deadline',
  about: 'workload',
  severity: 'warning',
  title: 'A Job has an end, whatever happens',
  consequence: 'A Job that hangs holds its resources for ever, never counts as failed, and nobody is told.',
  fix: 'Write `activeDeadlineSeconds` with more than it takes on its worst day.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
  *check(workload) {
    const job = jobSpecOf(workload);
    if (job === undefined || workload.spec.activeDeadlineSeconds !== undefined) return;
    const path = job.path.child('activeDeadlineSeconds');
    if (job.read('activeDeadlineSeconds') !== undefined || isExplained(workload, path)) return;
    const may = workload.kind === 'CronJob' ? 'starts runs that may' : 'may';
    yield { path, found: `${workload.entity.subject} ${may} go on for ever.` };
  },
};

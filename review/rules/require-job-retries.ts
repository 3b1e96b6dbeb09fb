import { jobSpecOf } from '../knowledge/job-spec';
import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** A Job is tried seven times, where nobody says otherwise. */
export const requireJobRetries: WorkloadRule = {
  id: 'require-job-retries',
  about: 'workload',
  severity: 'info',
  title: 'A Job says how often it is tried',
  consequence: 'It is tried up to seven times over many minutes, also where a second try does harm or cannot help.',
  fix: 'Write `backoffLimit`: 0 for what must not be repeated, a small number for what depends on others.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy',
  *check(workload) {
    const job = jobSpecOf(workload);
    const isSaid = ['backoffLimit', 'backoffLimitPerIndex', 'podFailurePolicy'].some(
      (field) => job?.read(field) !== undefined,
    );
    if (job === undefined || isSaid || isExplained(workload, job.path.child('backoffLimit'))) return;
    const path = job.path.child('backoffLimit');
    yield { path, found: `${workload.entity.subject} does not say how often it is tried.` };
  },
};

import { textOf, type Entity } from '../entity';
import { sentence } from '../report/words';
import type { WorkloadFacts } from './facts';
import type { Mismatch } from './mismatch';
import { saidBy, titled } from './owner-state';
import { conditionOf, conditionsOf, numberOf } from './reading';

/** How a Job has ended; `running` where it has not. */
export type JobEnd = 'complete' | 'failed' | 'suspended' | 'running';

/** How a live Job has ended. */
export function jobEndOf(job: Entity): JobEnd {
  const conditions = conditionsOf(job);
  const isTrue = (type: string) => conditionOf(conditions, type)?.status === 'True';
  if (isTrue('Complete') || isTrue('SuccessCriteriaMet')) return 'complete';
  if (isTrue('Failed') || isTrue('FailureTarget')) return 'failed';
  return isTrue('Suspended') ? 'suspended' : 'running';
}

/** What of a live Job is not as promised: one that has failed, or that somebody has suspended. */
export function jobMismatches(job: Entity, facts: WorkloadFacts): readonly Mismatch[] {
  if (job.read('status') === undefined) return [noStatus(job)];
  const end = jobEndOf(job);
  if (end === 'failed') return [failed(job, 'error')];
  const isMeant = facts.object.kind === 'Job' && facts.pods.most === 0;
  if (end !== 'suspended' || isMeant) return [];
  return [
    {
      severity: 'error',
      topic: 'job',
      object: job.identity,
      sentence: sentence(`${titled(job)} is suspended: it does nothing until somebody lets it go on`),
    },
  ];
}

/**
 * What of a live CronJob and its Jobs is not as promised: that it is suspended, or that its last run failed.
 *
 * @param isTold Whether Git says something of `suspend`, so that the fields tell.
 */
export function cronJobMismatches(cronJob: Entity, jobs: readonly Entity[], isTold: boolean): readonly Mismatch[] {
  const isResting = cronJob.read('spec', 'suspend') === true;
  const rest: Mismatch = {
    severity: 'warning',
    topic: 'job',
    object: cronJob.identity,
    path: 'spec.suspend',
    expected: false,
    actual: true,
    sentence: sentence(`${titled(cronJob)} is suspended, and Git does not say so: it starts no Jobs`),
  };
  return [...(isResting && !isTold ? [rest] : []), ...runMismatches(jobs)];
}

/** The last run counts; that one before it failed is worth knowing. */
export function runMismatches(jobs: readonly Entity[]): readonly Mismatch[] {
  const inOrder = [...jobs].sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1));
  return inOrder.flatMap((job, position) => {
    if (jobEndOf(job) !== 'failed') return [];
    return [failed(job, position === inOrder.length - 1 ? 'error' : 'info')];
  });
}

function failed(job: Entity, severity: Mismatch['severity']): Mismatch {
  const conditions = conditionsOf(job);
  const why = conditionOf(conditions, 'Failed') ?? conditionOf(conditions, 'FailureTarget');
  const attempts = numberOf(job.read('status', 'failed'));
  const number = attempts === 0 ? '' : `: ${attempts} of its Pods ${attempts === 1 ? 'has' : 'have'} failed`;
  return {
    severity,
    topic: 'job',
    object: job.identity,
    expected: 'Complete',
    actual: 'Failed',
    sentence: sentence(`${titled(job)} has failed${why === undefined ? '' : saidBy(why)}${number}`),
  };
}

function noStatus(job: Entity): Mismatch {
  const text = `${titled(job)} has no status: no controller has looked at this object`;
  return { severity: 'error', topic: 'status', object: job.identity, sentence: sentence(text) };
}

/** Times as the API server writes them sort as texts. */
function startOf(job: Entity): string {
  return textOf(job.read('status', 'startTime')) || textOf(job.read('metadata', 'creationTimestamp'));
}

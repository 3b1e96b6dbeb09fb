import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** Of the starts that were missed while the controller was down, the last one is made up for. */
export const requireStartingDeadline: WorkloadRule = {
  id: 'require-starting-deadline',
  about: 'workload',
  severity: 'info',
  title: 'A CronJob says how late a run may start',
  consequence:
    'The last run that was missed, while the control plane was down or the CronJob was suspended, starts however late it is.',
  fix: 'Write `startingDeadlineSeconds`: how late a run still makes sense, and no less than 10.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
  *check({ entity, kind }) {
    if (kind !== 'CronJob') return;
    const path = FieldPath.of('spec').child('startingDeadlineSeconds');
    const seconds = entity.read('spec', 'startingDeadlineSeconds');
    if (seconds === undefined) {
      yield { path, found: `${entity.subject} does not say how late a run may start.` };
    } else if (typeof seconds === 'number' && seconds < ROUND) {
      const found = `A run may be ${seconds} s late, and the controller looks every ${ROUND} s, so that some runs are never started.`;
      yield { path, severity: 'error', found };
    }
  },
};

/** How often the controller looks at its CronJobs, in seconds. */
const ROUND = 10;

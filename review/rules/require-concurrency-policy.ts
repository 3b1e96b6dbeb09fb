import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** A run that takes longer than expected meets the next one. */
export const requireConcurrencyPolicy: WorkloadRule = {
  id: 'require-concurrency-policy',
  about: 'workload',
  severity: 'warning',
  title: 'A CronJob says whether its runs may overlap',
  consequence: 'A run that is late works beside the next one, on the same data, and slow runs pile up.',
  fix: 'Write `concurrencyPolicy: Forbid`, or `Replace` or `Allow` where that is meant.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy',
  *check({ entity, kind }) {
    if (kind !== 'CronJob' || entity.read('spec', 'concurrencyPolicy') !== undefined) return;
    const path = FieldPath.of('spec').child('concurrencyPolicy');
    yield { path, found: `${entity.subject} starts a run while the one before may still work.` };
  },
};

import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** A Job whose name is made anew each time is never replaced by the next. */
export const requireJobCleanup: WorkloadRule = {
  id: 'require-job-cleanup',
  about: 'workload',
  severity: 'info',
  title: 'Jobs with made-up names clean up after themselves',
  consequence: 'Each run leaves a Job and its Pods behind, until somebody deletes them.',
  fix: 'Write `ttlSecondsAfterFinished`, long enough to read the logs after a failure.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
  *check({ entity, kind }) {
    const start = entity.read('metadata', 'generateName');
    if (kind !== 'Job' || typeof start !== 'string' || entity.read('metadata', 'name') !== undefined) return;
    if (entity.read('spec', 'ttlSecondsAfterFinished') !== undefined) return;
    if (Object.keys(entity.annotations).some((key) => /hook-delete-policy$/.test(key))) return;
    const path = FieldPath.of('spec').child('ttlSecondsAfterFinished');
    yield { path, found: `Every Job of the name \`${start}…\` stays when it has ended.` };
  },
};

import { FieldPath } from '../../lib/kube/field-path';
import type { WorkloadRule } from '../rule';

/** The way back leads over the older revisions. */
export const requireRevisionHistory: WorkloadRule = {
  id: 'require-revision-history',
  about: 'workload',
  severity: 'warning',
  title: 'A rollout can be undone',
  consequence: '`kubectl rollout undo` has nothing to go back to when the new version fails.',
  fix: 'Leave `revisionHistoryLimit` out, which keeps 10, or write 2 at the least.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#clean-up-policy',
  *check({ entity }) {
    if (entity.read('spec', 'revisionHistoryLimit') !== 0) return;
    const path = FieldPath.of('spec').child('revisionHistoryLimit');
    yield { path, found: '`revisionHistoryLimit: 0` keeps no older revision.' };
  },
};

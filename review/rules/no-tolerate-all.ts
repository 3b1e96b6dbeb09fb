import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** Without a key a toleration is for every taint there is. */
export const noTolerateAll: WorkloadRule = {
  id: 'no-tolerate-all',
  about: 'workload',
  severity: 'warning',
  title: 'Applications do not tolerate every taint',
  consequence:
    'The Pods run on nodes of the control plane and of others, and stay on nodes that are lost or being emptied.',
  fix: 'Name the taint by its `key`; agents of nodes belong in a DaemonSet.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/',
  *check(workload) {
    if (workload.kind === 'DaemonSet') return;
    for (const [position, { effect, key = '', operator }] of (workload.spec.tolerations ?? []).entries()) {
      const path = workload.specPath.child('tolerations').index(position);
      if (key !== '' || operator !== 'Exists' || isExplained(workload, path)) continue;
      const effects = effect === undefined ? '' : ` with effect \`${effect}\``;
      yield { path, found: `The Pods tolerate every taint${effects}.` };
    }
  },
};

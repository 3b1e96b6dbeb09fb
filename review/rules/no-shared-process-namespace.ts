import type { WorkloadRule } from '../rule';

/** Containers that see one another's processes see their files and variables too. */
export const noSharedProcessNamespace: WorkloadRule = {
  id: 'no-shared-process-namespace',
  about: 'workload',
  severity: 'warning',
  title: 'Containers keep their processes to themselves',
  consequence:
    'Each container sees the processes of the others, and with the same user their environment, secrets and files through `/proc`.',
  fix: 'Remove `shareProcessNamespace`, or write beside it which container has to see or signal which process.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/',
  *check({ containers, entity, spec, specPath }) {
    const path = specPath.child('shareProcessNamespace');
    if (spec.shareProcessNamespace !== true || containers.length < 2) return;
    if (entity.remarksWithin(path.toString()).length > 0) return;
    yield { path, found: `The ${containers.length} containers share their processes, and no reason is given.` };
  },
};

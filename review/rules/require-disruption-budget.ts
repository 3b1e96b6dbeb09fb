import { FieldPath } from '../../lib/kube/field-path';
import { podRangeOf } from '../knowledge/pod-range';
import { isLongRunning } from '../knowledge/role';
import { clientServicesOf } from '../knowledge/traffic';
import type { WorkloadRule } from '../rule';

/** Whoever drains nodes does not count replicas. */
export const requireDisruptionBudget: WorkloadRule = {
  id: 'require-disruption-budget',
  about: 'workload',
  severity: 'info',
  title: 'Replicas that serve clients have a PodDisruptionBudget',
  consequence: 'When nodes are drained for an upgrade, all replicas may be evicted at the same time.',
  fix: 'Add a PodDisruptionBudget with `maxUnavailable: 1` and the selector of the workload.',
  see: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  *check(workload, landscape) {
    if (!isLongRunning(workload) || landscape.budgetsOf(workload).length > 0) return;
    const { least = 0 } = podRangeOf(workload, landscape) ?? {};
    const [service] = clientServicesOf(workload, landscape);
    if (least < 2 || service === undefined) return;
    yield {
      path: FieldPath.of('spec').child('replicas'),
      found: `${service.title} sends its clients to ${least} replicas, and no PodDisruptionBudget here counts them.`,
    };
  },
};

import { podRangeOf } from '../knowledge/pod-range';
import { isLongRunning } from '../knowledge/role';
import type { WorkloadRule } from '../rule';

/** The scheduler spreads a little by itself, and gives up when nodes are full. */
export const requireSpread: WorkloadRule = {
  id: 'require-spread',
  about: 'workload',
  severity: 'info',
  title: 'Replicas are spread over zones or nodes',
  consequence: 'All replicas may run on one node, and are lost together with it.',
  fix: 'Write `topologySpreadConstraints` over `topology.kubernetes.io/zone` with `whenUnsatisfiable: ScheduleAnyway`.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  *check(workload, landscape) {
    const { affinity, nodeName, topologySpreadConstraints = [] } = workload.spec;
    if (!isLongRunning(workload) || nodeName !== undefined || topologySpreadConstraints.length > 0) return;
    if (affinity?.podAntiAffinity !== undefined) return;
    const { least = 0 } = podRangeOf(workload, landscape) ?? {};
    if (least < 2) return;
    yield {
      path: workload.specPath.child('topologySpreadConstraints'),
      found: `Nothing keeps the ${least} replicas apart.`,
    };
  },
};

import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** A Pod with a node goes past the scheduler. */
export const noPinnedNode: WorkloadRule = {
  id: 'no-pinned-node',
  about: 'workload',
  severity: 'error',
  title: 'The scheduler chooses the node',
  consequence:
    'When this node is full, drained or gone the Pods run nowhere, and neither taints nor free resources are asked for.',
  fix: 'Remove `nodeName`: a DaemonSet runs on every node, a `nodeSelector` names the kind of node.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename',
  *check(workload) {
    const { nodeName = '' } = workload.written;
    const path = workload.specPath.child('nodeName');
    // A Pod that was read from a cluster has its node.
    if (nodeName === '' || workload.entity.read('status', 'phase') !== undefined) return;
    const isTried = workload.kind === 'Pod' && isExplained(workload, path);
    if (isTried) return;
    yield { path, found: `Every Pod goes to node \`${nodeName}\`.` };
  },
};

import type { WorkloadRule } from '../rule';
import { selectsLabels } from '../selector';

/** A constraint counts the Pods that its selector finds. */
export const validSpreadSelector: WorkloadRule = {
  id: 'valid-spread-selector',
  about: 'workload',
  severity: 'warning',
  title: 'Spread constraints count the Pods that they spread',
  consequence: 'Nothing is counted, so that all replicas may run on one node or in one zone.',
  fix: 'Write the labels of the Pod template into `labelSelector`.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#topologyspreadconstraints-field',
  *check(workload) {
    // A part of a Deployment, for another file to complete, has no labels.
    if (Object.keys(workload.podLabels).length === 0) return;
    for (const [position, { labelSelector }] of (workload.spec.topologySpreadConstraints ?? []).entries()) {
      if (selectsLabels(labelSelector, workload.podLabels)) continue;
      const path = workload.specPath.child('topologySpreadConstraints').index(position).child('labelSelector');
      const found =
        labelSelector === undefined ? 'There is no selector.' : "The selector does not find the workload's own Pods.";
      yield { path, found };
    }
  },
};

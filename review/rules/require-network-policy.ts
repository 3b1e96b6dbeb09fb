import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** A Pod that no policy selects may talk to everybody, and everybody to it. */
export const requireNetworkPolicy: WorkloadRule = {
  id: 'require-network-policy',
  about: 'workload',
  severity: 'warning',
  title: 'Where there are NetworkPolicies, every Pod has one',
  consequence: 'Each Pod of the cluster may call this one, and this one may call anything, unlike its neighbours.',
  fix: 'Add a NetworkPolicy for its labels, or one with an empty `podSelector` that closes the namespace.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  *check(workload, landscape) {
    const policies = landscape.beside('NetworkPolicy', workload.entity);
    // Policies do not hold for the network of the node.
    if (policies.length === 0 || workload.spec.hostNetwork === true || workload.kind === 'PodTemplate') return;
    if (landscape.policiesOf(workload).length > 0) return;
    const path = workload.path.child('metadata').child('labels');
    if (isExplained(workload, path)) return;
    yield { path, found: `None of the ${policies.length} NetworkPolicies of the namespace selects these Pods.` };
  },
};

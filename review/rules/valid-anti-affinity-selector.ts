import { isOfOwnNamespace, podTermsOf } from '../knowledge/affinity';
import type { WorkloadRule } from '../rule';
import { readSelector, selectsLabels } from '../selector';
import type { Workload } from '../workload';

/** Replicas keep apart by their own labels. */
export const validAntiAffinitySelector: WorkloadRule = {
  id: 'valid-anti-affinity-selector',
  about: 'workload',
  severity: 'warning',
  title: 'Anti-affinity selects Pods that there are',
  consequence: 'Nothing keeps the replicas apart, and all of them may be lost with one node.',
  fix: 'Write the labels of the Pod template into `labelSelector`.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  *check(workload, landscape) {
    const terms = podTermsOf(workload, 'podAntiAffinity');
    const selectsItself = ({ term }: (typeof terms)[number]) => selectsLabels(term.labelSelector, workload.podLabels);
    // A part of a Deployment, for another file to complete, has no labels.
    if (Object.keys(workload.podLabels).length === 0 || terms.some(selectsItself)) return;
    for (const { path, term } of terms) {
      if (!isOfOwnNamespace(term, workload) || !speaksOf(workload, term.labelSelector)) continue;
      if (landscape.selected(term.labelSelector, workload.entity).length > 0) continue;
      yield {
        path: path.child('labelSelector'),
        found: 'The selector finds neither the Pods of this workload nor any others of its namespace here.',
      };
    }
  },
};

/** Whether some value of a selector is a name of the workload: what names others may mean Pods that are not reviewed. */
function speaksOf({ entity, podLabels }: Workload, selector: unknown): boolean {
  const { matchExpressions = [], matchLabels = {} } = readSelector(selector) ?? {};
  const own = new Set([entity.identity.name, ...Object.values(podLabels)]);
  const values = [...Object.values(matchLabels), ...matchExpressions.flatMap(({ values = [] }) => values)];
  return values.some((value) => own.has(value));
}

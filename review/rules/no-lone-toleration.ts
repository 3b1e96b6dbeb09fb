import { asksForDevice, demandedLabels, isOfState } from '../knowledge/affinity';
import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** A toleration lets Pods onto a node, and does not send them there. */
export const noLoneToleration: WorkloadRule = {
  id: 'no-lone-toleration',
  about: 'workload',
  severity: 'info',
  title: 'What is meant for dedicated nodes also asks for them',
  consequence: 'The Pods may run on the dedicated nodes and just as well on all others.',
  fix: 'Add a `nodeSelector` for the label of these nodes, or say beside the toleration that any node will do.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#example-use-cases',
  *check(workload) {
    if (workload.kind === 'DaemonSet' || demandedLabels(workload).length > 0 || workload.spec.nodeName !== undefined)
      return;
    for (const [position, toleration] of (workload.spec.tolerations ?? []).entries()) {
      const { effect, key = '' } = toleration;
      if (key === '' || effect === 'PreferNoSchedule' || isOfState(toleration) || asksForDevice(workload)) continue;
      const path = workload.specPath.child('tolerations').index(position);
      if (isExplained(workload, path)) continue;
      yield { path, found: `The Pods tolerate \`${key}\`, and nothing leads them to such nodes.` };
    }
  },
};

import { isExplained } from '../knowledge/reason';
import type { WorkloadRule } from '../rule';

/** The two highest priorities are for what the cluster cannot do without. */
export const noSystemPriority: WorkloadRule = {
  id: 'no-system-priority',
  about: 'workload',
  severity: 'warning',
  title: 'Applications do not have the priority of the cluster',
  consequence: 'When nodes are full, Pods that the cluster needs, such as its DNS, are held back by this one.',
  fix: 'Write a PriorityClass of your own, and name it here.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#how-to-use-priority-and-preemption',
  *check(workload) {
    const { priorityClassName = '' } = workload.spec;
    const { namespace = '' } = workload.entity.identity;
    if (!/^system-(node|cluster)-critical$/.test(priorityClassName) || workload.kind === 'DaemonSet') return;
    const path = workload.specPath.child('priorityClassName');
    // Without a namespace it may be a part of the cluster.
    if (/^$|(^|-)system$/.test(namespace) || isExplained(workload, path)) return;
    yield { path, found: `The Pods have the priority \`${priorityClassName}\`.` };
  },
};

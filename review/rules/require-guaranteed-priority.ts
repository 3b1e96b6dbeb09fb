import { isExplained } from '../knowledge/reason';
import { isLongRunning, runningContainers } from '../knowledge/role';
import type { WorkloadRule } from '../rule';

/** A priority says who is placed first, and not who is killed last. */
export const requireGuaranteedPriority: WorkloadRule = {
  id: 'require-guaranteed-priority',
  about: 'workload',
  severity: 'info',
  title: 'What is critical owns the memory that it uses',
  consequence:
    'When the node runs short of memory, whoever uses more than it requested is evicted first, whatever its priority.',
  fix: 'Set the memory request of every container to its limit; with the cpu request at its limit, too, the Pod is Guaranteed.',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction',
  *check(workload) {
    const { priorityClassName = '' } = workload.spec;
    const { obstacles, qosClass } = workload.qos;
    const running = new Set(runningContainers(workload).map(({ container }) => container.name));
    // Nobody is evicted for cpu, nor for what has ended.
    const obstacle = obstacles.find(
      ({ container, resource }) => resource === 'memory' && (container === undefined || running.has(container)),
    );
    // Pods without any requests have a rule of their own, and so have the priorities of the cluster.
    if (obstacle === undefined || qosClass !== 'Burstable' || !isLongRunning(workload)) return;
    if (!/critical/.test(priorityClassName) || OTHERWISE.test(priorityClassName)) return;
    const path = workload.specPath.child('priorityClassName');
    if (isExplained(workload, path)) return;
    const user = obstacle.container === undefined ? 'each of them' : `\`${obstacle.container}\``;
    yield {
      path,
      found: `The Pods have the priority \`${priorityClassName}\`, and ${user} may use more memory than it requests.`,
    };
  },
};

const OTHERWISE = /^system-|\b(non?|not|un|less|sub|semi)-?critical/;

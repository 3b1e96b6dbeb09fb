import type { WorkloadRule } from '../rule';

/** A Pod that asks for nothing is the first to go. */
export const noBestEffort: WorkloadRule = {
  id: 'no-best-effort',
  about: 'workload',
  severity: 'error',
  title: 'Pods ask for what they need',
  consequence:
    'The scheduler sets no CPU and no memory aside, and such a Pod is among the first to go when its node runs short of memory.',
  fix: 'Write `resources` with `requests` of CPU and memory and a memory `limit`, from what the program was seen to use.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/#besteffort',
  *check(workload) {
    const { containers, entity, isFinite, kind, specPath } = workload;
    if (workload.qos.qosClass !== 'BestEffort' || containers.length === 0) return;
    const isPassing = isFinite || kind === 'Pod';
    yield {
      path: specPath.child('containers'),
      severity: isPassing ? 'warning' : 'error',
      found: `${entity.subject} requests and limits neither CPU nor memory, which makes ${kind === 'Pod' ? 'it' : 'its Pods'} BestEffort.`,
    };
  },
};

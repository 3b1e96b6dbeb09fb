import type { WorkloadRule } from '../rule';

/** A Pod that asks for nothing is the first to go. */
export const noBestEffort: WorkloadRule = {
  id: 'no-best-effort',
  about: 'workload',
  severity: 'error',
  title: 'Pods ask for what they need',
  consequence:
    'The scheduler plans with nothing, and when a node runs short of memory a BestEffort Pod is among the first that are killed.',
  fix: 'Write `resources` with `requests` of cpu and memory and a memory `limit`, from what the program was seen to use.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/#besteffort',
  *check(workload) {
    const { entity, isFinite, kind, specPath } = workload;
    if (workload.qos.qosClass !== 'BestEffort') return;
    const isPassing = isFinite || kind === 'Pod';
    yield {
      path: specPath.child('containers'),
      severity: isPassing ? 'warning' : 'error',
      found: `No container of \`${entity.identity.name}\` requests or limits cpu or memory, which makes ${kind === 'Pod' ? 'it' : 'its Pods'} BestEffort.`,
    };
  },
};

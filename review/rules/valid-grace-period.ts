import { graceOf } from '../../lib/kube/lifecycle/grace';
import type { WorkloadRule } from '../rule';
import { runningContainers } from '../knowledge/role';
import { hooksOf } from '../knowledge/probes';

/** The hook and the shutdown share one period. */
export const validGracePeriod: WorkloadRule = {
  id: 'valid-grace-period',
  about: 'workload',
  severity: 'warning',
  title: 'The grace period is longer than what has to happen in it',
  consequence: 'The container is killed in the middle of its work: open requests break, and files stay half written.',
  fix: 'Set `terminationGracePeriodSeconds` to the time of the hook and of the slowest request together.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  *check(workload) {
    const { kind, spec, specPath, written } = workload;
    const grace = graceOf(spec);
    const path = specPath.child('terminationGracePeriodSeconds');
    if (written.terminationGracePeriodSeconds === 0) {
      yield {
        path,
        ...(kind === 'StatefulSet' && { severity: 'error' }),
        found:
          'A grace period of 0 kills every container at once, and the Pod is forgotten before the node has stopped it.',
      };
      return;
    }
    for (const reviewed of runningContainers(workload)) {
      const preStop = hooksOf(reviewed).find(({ name }) => name === 'preStop')?.hook;
      const seconds = preStop?.sleep?.seconds ?? sleepIn(preStop?.exec?.command);
      if (seconds === undefined || grace - seconds >= LEAST) continue;
      const left = Math.max(grace - seconds, 0);
      yield {
        path,
        ...(left === 0 && { severity: 'error' }),
        found: `The preStop hook of \`${reviewed.container.name}\` takes ${seconds} s of ${grace}, which leaves ${left} s to shut down.`,
      };
    }
  },
};

/** So long a program should have to close what is open, in seconds. */
const LEAST = 5;

/** The seconds that a hook sleeps, where its command says so. */
function sleepIn(command: readonly string[] = []): number | undefined {
  const [, seconds, unit = 's'] = /\bsleep[ ]+(\d+)([sm]?)\b/.exec(command.join(' ')) ?? [];
  if (seconds === undefined) return undefined;
  return Number(seconds) * (unit === 'm' ? 60 : 1);
}

import { atLeast } from '../../lib/kube/version';
import { isBesideApplications, isDataStore, knownProgramIn } from '../knowledge/known-program';
import { applicationContainers } from '../knowledge/role';
import { codeOf } from '../knowledge/script';
import type { Fault, WorkloadRule } from '../rule';
import type { Workload } from '../workload';

/** A helper among the regular containers starts and stops with the application, and keeps a Job from completing. */
export const noLegacySidecar: WorkloadRule = {
  id: 'no-legacy-sidecar',
  about: 'workload',
  severity: 'info',
  title: 'Helpers are native sidecars',
  consequence:
    'Nobody waits for the helper at the start, and at the stop it may be gone before the application has made its last call.',
  fix: 'Move the container to `initContainers` and give it `restartPolicy: Always`.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
  *check(workload) {
    if (workload.isFinite) yield* inJob(workload);
    else if (atLeast(workload.target, NATIVE_SINCE) && applicationContainers(workload).length > 0) {
      for (const { container, path } of helpersIn(workload)) {
        yield { path, found: `\`${container.name}\` is a helper among the regular containers.` };
      }
    }
  },
};

const NATIVE_SINCE = '1.29';
const ENDS_HELPER = /quitquitquit|\bp?kill\b|drain_listeners|exit-zero-on-sigterm/;

function* inJob(workload: Workload): Iterable<Fault> {
  const regular = workload.containers.filter(({ role }) => role === 'app');
  // Somebody who ends the helper by a word on a port, or by a signal, knows what it is about.
  if (workload.spec.shareProcessNamespace === true || regular.some((each) => ENDS_HELPER.test(codeOf(each)))) return;
  const staying = regular.filter(({ container }) => {
    const program = knownProgramIn(container.image);
    const runsServer = isDataStore(program) && (container.command ?? []).length === 0;
    return isBesideApplications(program) ? program?.kind !== 'toolbox' : runsServer;
  });
  if (staying.length === regular.length) return;
  for (const { container, path } of staying) {
    yield {
      path,
      severity: 'error',
      found: `\`${container.name}\` goes on when the work is done, so that the Job never completes.`,
      ...(!atLeast(workload.target, NATIVE_SINCE) && {
        fix: 'Let the work end its helper, or run with Kubernetes 1.29 or newer, where a sidecar does not keep a Job.',
      }),
    };
  }
}

function helpersIn({ containers }: Workload) {
  return containers.filter(({ container, role }) => {
    const program = knownProgramIn(container.image);
    return role === 'app' && isBesideApplications(program) && program?.kind !== 'toolbox';
  });
}

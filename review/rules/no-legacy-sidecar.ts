import { atLeast } from '../../lib/kube/version';
import { isBesideApplications, knownProgramIn } from '../knowledge/known-program';
import { applicationContainers, isLongRunning } from '../knowledge/role';
import { codeOf } from '../knowledge/script';
import { stayOf } from '../knowledge/stay';
import type { Fault, WorkloadRule } from '../rule';
import type { ReviewedContainer, Workload } from '../workload';

/** A helper among the regular containers starts and stops with the application, and keeps what is to end from ending. */
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
    if (!isLongRunning(workload)) yield* besideWork(workload);
    else if (atLeast(workload.target, NATIVE_SINCE)) {
      const helpers = helpersIn(workload);
      if (applicationContainers(workload).every((each) => helpers.includes(each))) return;
      for (const { container, path } of helpers) {
        yield { path, found: `\`${container.name}\` is a helper among the regular containers.` };
      }
    }
  },
};

const NATIVE_SINCE = '1.29';
const ENDS_HELPER = /quitquitquit|\bp?kill\b|drain_listeners|exit-zero-on-sigterm/;

function* besideWork(workload: Workload): Iterable<Fault> {
  const regular = workload.containers.filter(({ role }) => role === 'app');
  // Somebody who ends the helper by a word on a port, or by a signal, knows what it is about.
  if (workload.spec.shareProcessNamespace === true || regular.some((each) => ENDS_HELPER.test(codeOf(each)))) return;
  const stays = regular.flatMap((each) => {
    const stay = stayOf(each);
    return stay === undefined ? [] : [{ ...stay, ...each }];
  });
  // Where everything may go on, what is sure to is the helper of the rest; where everything is sure to, that is the work.
  const helpers = stays.length === regular.length ? stays.filter(({ isCertain }) => isCertain) : stays;
  if (helpers.length === regular.length) return;
  const what = workload.isFinite ? 'Job' : 'Pod';
  for (const { container, isCertain, path, why } of helpers) {
    yield {
      path,
      severity: isCertain ? 'error' : 'warning',
      found: `\`${container.name}\` ${why}: it ${isCertain ? 'goes on' : 'may go on'} when the work is done.`,
      consequence: `The ${what} never completes: it runs until something kills it, and what waits for its end waits in vain.`,
      ...(!atLeast(workload.target, NATIVE_SINCE) && {
        fix: `Let the work end its helper, or run with Kubernetes 1.29 or newer, where a sidecar does not keep a ${what}.`,
      }),
    };
  }
}

function helpersIn({ containers }: Workload): readonly ReviewedContainer[] {
  return containers.filter(({ container, role }) => {
    const program = knownProgramIn(container.image);
    const isKnown = isBesideApplications(program) && program?.kind !== 'toolbox';
    return role === 'app' && (isKnown || CALLED_HELPER.test(container.name));
  });
}

/** Names of the patterns themselves. */
const CALLED_HELPER = /(^|-)(sidecar|ambassador)(-|$)/;

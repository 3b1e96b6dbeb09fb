import type { WorkloadRule } from '../rule';
import { hooksOf } from '../knowledge/probes';
import { isLongRunning, runningContainers } from '../knowledge/role';
import type { ReviewedContainer } from '../workload';
import { clientServicesOf, isHeadless, targetsOf } from '../knowledge/traffic';

/** The stop signal is faster than the news that nobody should call any more. */
export const requireDrain: WorkloadRule = {
  id: 'require-drain',
  about: 'workload',
  severity: 'info',
  title: 'Servers wait for their last clients before they stop',
  consequence:
    'For a second or two after the stop signal clients are still sent here; a server that has closed its port by then refuses them at every rollout.',
  fix: 'Write `lifecycle.preStop.sleep.seconds: 5` (1.30 and newer), or see to it that the program goes on serving after SIGTERM.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-flow',
  *check(workload, landscape) {
    if (!isLongRunning(workload) || workload.kind === 'Pod') return;
    const services = clientServicesOf(workload, landscape).filter((service) => !isHeadless(service));
    const [service] = services;
    if (service === undefined || runningContainers(workload).some(hasStopHook)) return;
    const [target] = targetsOf(service, workload);
    if (target === undefined) return;
    yield {
      path: target.path.child('lifecycle').child('preStop'),
      found: `${service.title} sends traffic to \`${target.container.name}\`, which stops without a \`preStop\` hook.`,
    };
  },
};

function hasStopHook(reviewed: ReviewedContainer): boolean {
  return hooksOf(reviewed).some(({ name }) => name === 'preStop');
}

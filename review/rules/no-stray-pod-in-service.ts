import { textsOf } from '../entity';
import type { WorkloadRule } from '../rule';
import type { Workload } from '../workload';

/** A Service asks for labels, and not for who owns the Pod. */
export const noStrayPodInService: WorkloadRule = {
  id: 'no-stray-pod-in-service',
  about: 'workload',
  severity: 'error',
  title: 'Experiments and Jobs stay out of traffic',
  consequence: 'Requests of real clients reach a Pod that serves nobody, and fail there.',
  fix: 'Give the Pod labels of its own, such as `experiment: NAME`, and none that a Service selects.',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes',
  *check(workload, landscape) {
    if (!isStray(workload)) return;
    for (const service of landscape.servicesOf(workload)) {
      const selector = textsOf(service.read('spec', 'selector'));
      const owner = landscape.selectedBy(selector, service).find((other) => !isStray(other));
      if (owner === undefined) continue;
      const labels = Object.entries(selector).map(([key, value]) => `${key}: ${value}`);
      yield {
        path: workload.path.child('metadata').child('labels'),
        found: `${service.title} selects \`${labels.join(', ')}\`: this Pod, too, and not only those of ${owner.entity.title}.`,
      };
      return;
    }
  },
};

function isStray({ isFinite, kind }: Workload): boolean {
  return isFinite || kind === 'Pod';
}

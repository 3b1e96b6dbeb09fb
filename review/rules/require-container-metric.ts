import { resourceMetricsOf, targetOf } from '../knowledge/autoscaler';
import { runningContainers } from '../knowledge/role';
import { code, list } from '../report/words';
import type { ObjectRule } from '../rule';

/** A metric of the Pod is the sum over its containers, helpers among them. */
export const requireContainerMetric: ObjectRule = {
  id: 'require-container-metric',
  about: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  severity: 'warning',
  title: 'An autoscaler measures the application, and not its helpers',
  consequence: 'An idle helper hides the load of the application, and a busy one adds replicas that nobody needs.',
  fix: 'Write a metric of type `ContainerResource` with the name of the container.',
  see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#container-resource-metrics',
  *check(autoscaler, landscape) {
    const workload = targetOf(autoscaler, landscape);
    if (workload === undefined) return;
    const containers = runningContainers(workload);
    if (containers.length < 2) return;
    for (const { container, path, resource } of resourceMetricsOf(autoscaler)) {
      if (container !== undefined) continue;
      const names = list(containers.map((each) => code(each.container.name)));
      yield { path, found: `It goes by the ${resource} of ${names} together.` };
    }
  },
};

import { resourceMetricsOf, targetOf } from '../knowledge/autoscaler';
import { isFieldRefused } from '../knowledge/field-refused';
import { runningContainers } from '../knowledge/role';
import { code, list } from '../report/words';
import type { ObjectRule } from '../rule';

/** A share is a share of what is requested. */
export const requireAutoscalerRequests: ObjectRule = {
  id: 'require-autoscaler-requests',
  about: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  severity: 'error',
  title: 'What is scaled by a share of its requests has requests',
  consequence: 'The autoscaler cannot compute the metric, and leaves the number of Pods as it is under load.',
  fix: 'Write `resources.requests` for every container that is measured, or a target of type `AverageValue`.',
  see: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work',
  *check(autoscaler, landscape) {
    const workload = targetOf(autoscaler, landscape);
    // Requests of the Pod as a whole count for its containers.
    if (workload === undefined || workload.spec.resources !== undefined) return;
    for (const { container: only, isShare, path, resource } of resourceMetricsOf(autoscaler)) {
      const all = runningContainers(workload).map(({ container }) => container);
      const measured = only === undefined ? all : all.filter(({ name }) => name === only);
      const place = path.child('container');
      if (measured.length === 0 && !isFieldRefused(autoscaler, place, landscape)) {
        yield { path: place, found: `${workload.entity.title} has no container \`${only ?? ''}\`.` };
      }
      // The server takes the limit for the request where that is missing.
      const without = measured.filter(
        ({ resources }) => (resources?.requests?.[resource] ?? resources?.limits?.[resource]) === undefined,
      );
      if (!isShare || without.length === 0) continue;
      const names = list(without.map(({ name }) => code(name)));
      yield {
        path,
        found: `In ${workload.entity.title}, ${names} ${without.length === 1 ? 'requests' : 'request'} no ${resource}.`,
      };
    }
  },
};

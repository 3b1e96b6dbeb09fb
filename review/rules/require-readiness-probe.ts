import type { Landscape } from '../landscape';
import type { Fault, WorkloadRule } from '../rule';
import { knownProgramIn } from '../knowledge/known-program';
import { applicationContainers, isLongRunning, runningContainers } from '../knowledge/role';
import { servingPorts, titleOfPort } from '../knowledge/serving';
import { clientServicesOf, targetsOf } from '../knowledge/traffic';
import { list } from '../report/words';
import type { Workload } from '../workload';

/** A Service sends traffic to whatever does not say that it is not ready. */
export const requireReadinessProbe: WorkloadRule = {
  id: 'require-readiness-probe',
  about: 'workload',
  severity: 'error',
  title: 'What gets traffic says when it can take it',
  consequence: 'Clients are sent to every new Pod before it has booted, and to every Pod that can no longer answer.',
  fix: 'Write a `readinessProbe` that asks the container for what its clients ask, such as `httpGet` of `/healthz/ready`.',
  see: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe',
  *check(workload, landscape) {
    if (!isLongRunning(workload) || (workload.spec.readinessGates ?? []).length > 0) return;
    const probed = runningContainers(workload).filter(({ container }) => container.readinessProbe !== undefined);
    const services = clientServicesOf(workload, landscape);
    if (services.length === 0) {
      if (probed.length === 0) yield* withoutService(workload, landscape);
      return;
    }
    for (const target of unprobedTargets(workload, landscape)) {
      const names = list(services.map(({ title }) => title));
      yield {
        path: target.path.child('readinessProbe'),
        ...(probed.length > 0 && { severity: 'warning' }),
        found: `${names} sends traffic to container \`${target.container.name}\`, which has no readiness probe.`,
      };
      if (probed.length === 0) return;
    }
  },
};

function unprobedTargets(workload: Workload, landscape: Landscape) {
  const services = clientServicesOf(workload, landscape);
  const targets = new Set(services.flatMap((service) => targetsOf(service, workload)));
  return [...targets].filter(
    ({ container, role }) =>
      container.readinessProbe === undefined &&
      (role === 'app' || (container.ports ?? []).length > 0) &&
      knownProgramIn(container.image)?.kind !== 'observer',
  );
}

/** No Service is among the reviewed: the ports tell that there may be one elsewhere. */
function* withoutService(workload: Workload, landscape: Landscape): Iterable<Fault> {
  if (!['Deployment', 'StatefulSet', 'ReplicaSet'].includes(workload.kind)) return;
  if (landscape.servicesOf(workload).length > 0) return;
  const serving = applicationContainers(workload).find((each) => servingPorts(each).length > 0);
  const [port] = serving === undefined ? [] : servingPorts(serving);
  if (serving === undefined || port === undefined) return;
  yield {
    path: serving.path.child('readinessProbe'),
    severity: 'info',
    found: `Container \`${serving.container.name}\` serves port ${titleOfPort(port)} and has no readiness probe.`,
  };
}

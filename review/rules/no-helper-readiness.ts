import { knownProgramIn } from '../knowledge/known-program';
import { applicationContainers } from '../knowledge/role';
import type { ReviewedContainer, Workload } from '../workload';
import type { ContainerRule } from '../rule';

/** A Pod is only as ready as each of its containers. */
export const noHelperReadiness: ContainerRule = {
  id: 'no-helper-readiness',
  about: 'container',
  severity: 'warning',
  title: 'Helpers that only observe do not decide about traffic',
  consequence: 'While the helper is down the whole Pod leaves the Service, though the application could answer.',
  fix: 'Leave the `readinessProbe` of the helper out; a `startupProbe` and a `livenessProbe` bring it up and back.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#sidecar-containers-and-pod-lifecycle',
  *check(reviewed, workload) {
    const { container, path } = reviewed;
    if (container.readinessProbe === undefined || !onlyObserves(reviewed, workload)) return;
    yield {
      path: path.child('readinessProbe'),
      found: `\`${container.name}\` only observes the application, and its readiness counts for the whole Pod.`,
    };
  },
};

function onlyObserves({ container, path }: ReviewedContainer, workload: Workload): boolean {
  const others = applicationContainers(workload).filter((other) => other.container !== container);
  if (others.length === 0) return false;
  const isSaid = workload.entity
    .remarksOn(path.toString())
    .some(({ kind, text }) => kind === 'role' && text.includes('the application goes on'));
  return isSaid || knownProgramIn(container.image)?.kind === 'observer';
}

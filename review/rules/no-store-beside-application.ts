import { isDataStore, knownProgramIn } from '../knowledge/known-program';
import { hasReason } from '../knowledge/reason';
import { applicationContainers, isLongRunning, runningContainers } from '../knowledge/role';
import { code, list } from '../report/words';
import type { WorkloadRule } from '../rule';

/** Each replica would have a store of its own, and lose it with every rollout. */
export const noStoreBesideApplication: WorkloadRule = {
  id: 'no-store-beside-application',
  about: 'workload',
  severity: 'error',
  title: 'Databases, queues and caches do not live in the Pods of an application',
  consequence: 'Every replica has other data, and each rollout of the application throws its part away.',
  fix: 'Run it in a StatefulSet behind a Service, or take one that is offered; a cache that each replica may lose needs a reason beside it.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#using-statefulsets',
  *check(workload) {
    if (!isLongRunning(workload)) return;
    const applications = applicationContainers(workload).filter(({ container }) => !keepsData(container.image));
    const [first] = workload.containers.filter(({ role }) => role === 'app');
    if (applications.length === 0 || (workload.kind === 'StatefulSet' && keepsData(first?.container.image))) return;
    for (const reviewed of runningContainers(workload)) {
      const program = knownProgramIn(reviewed.container.image);
      if (!isDataStore(program)) continue;
      const isCache = program.kind === 'cache';
      if (isCache && hasReason(reviewed, workload)) continue;
      const beside = list(applications.map(({ container }) => code(container.name)));
      yield {
        path: reviewed.path,
        ...(isCache && { severity: 'warning' }),
        found: `\`${reviewed.container.name}\` runs \`${program.name}\` beside ${beside}.`,
      };
    }
  },
};

function keepsData(image: string | undefined): boolean {
  return isDataStore(knownProgramIn(image));
}

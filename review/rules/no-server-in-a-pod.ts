import { isDataStore, knownProgramIn } from '../knowledge/known-program';
import { hasReason } from '../knowledge/reason';
import { applicationContainers } from '../knowledge/role';
import { servingPorts, titleOfPort } from '../knowledge/serving';
import type { ReviewedContainer } from '../workload';
import type { WorkloadRule } from '../rule';

/** A Pod is one replica of one application, and not a small server. */
export const noServerInAPod: WorkloadRule = {
  id: 'no-server-in-a-pod',
  about: 'workload',
  severity: 'warning',
  title: 'Applications that serve for themselves have Pods of their own',
  consequence:
    'They can only be scaled, rolled out and restarted together, and one that fails takes the others out of traffic.',
  fix: 'Give each its own Deployment and Service; where they must share a volume or localhost, write the reason beside the container.',
  see: 'https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers',
  *check(workload) {
    const servers = applicationContainers(workload).filter(
      (each) => servingPorts(each).length > 0 && !standsBefore(each) && !hasReason(each, workload),
    );
    if (servers.length < 2) return;
    const names = servers.map(
      (each) => `\`${each.container.name}\` on ${servingPorts(each).map(titleOfPort).join(', ')}`,
    );
    yield {
      path: workload.specPath.child('containers'),
      found: `Containers serve side by side: ${names.join('; ')}.`,
    };
  },
};

/** A web server before an application that speaks no HTTP shares its fate; stores have a rule of their own. */
function standsBefore({ container }: ReviewedContainer): boolean {
  const program = knownProgramIn(container.image);
  return (
    program?.kind === 'webServer' ||
    isDataStore(program) ||
    /php|fpm|uwsgi|proxy|gateway|sidecar|ambassador|adapter/.test(container.name)
  );
}

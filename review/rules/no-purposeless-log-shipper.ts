import { knownProgramIn } from '../knowledge/known-program';
import { hasReason } from '../knowledge/reason';
import { applicationContainers } from '../knowledge/role';
import { usersOf, volumeUses } from '../knowledge/volume-use';
import type { ReviewedContainer, Workload } from '../workload';
import type { WorkloadRule } from '../rule';

/** What goes to stdout is collected from the node. */
export const noPurposelessLogShipper: WorkloadRule = {
  id: 'no-purposeless-log-shipper',
  about: 'workload',
  severity: 'warning',
  title: 'Log shippers have a file to read',
  consequence:
    'Every replica pays for a helper that has nothing to read, or that collects a second time what the node has already.',
  fix: 'Remove the helper where the application logs to stdout; else share the volume with the log files with it.',
  see: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/#cluster-level-logging-architectures',
  *check(workload) {
    const applications = applicationContainers(workload);
    if (applications.length === 0 || workload.kind === 'DaemonSet') return;
    for (const reviewed of workload.containers) {
      const { container, path, role } = reviewed;
      if ((role !== 'app' && role !== 'sidecar') || !SHIPPERS.has(knownProgramIn(container.image)?.name ?? ''))
        continue;
      if ((container.ports ?? []).some(({ containerPort }) => !OWN_PORTS.has(containerPort))) continue;
      if (hasReason(reviewed, workload)) continue;
      const [node] = nodeLogsOf(reviewed, workload);
      if (node !== undefined) {
        yield { path, found: `\`${container.name}\` reads \`${node}\` of the node, once for every replica.` };
      } else if (!sharesFiles(reviewed, workload)) {
        yield {
          path,
          severity: 'info',
          found: `\`${container.name}\` shares no volume with ${titlesOf(applications)}.`,
        };
      }
    }
  },
};

const SHIPPERS = new Set(['fluent-bit', 'fluentd', 'filebeat', 'promtail']);
/** Ports of shippers for their own health and metrics; on any other they may be sent logs. */
const OWN_PORTS = new Set([2020, 2021, 5066, 9080, 24231]);

function nodeLogsOf({ container }: ReviewedContainer, workload: Workload): readonly string[] {
  return volumeUses(workload)
    .filter(({ mounts }) => mounts.some((each) => each.container.container === container))
    .flatMap(({ volume }) => volume.hostPath?.path ?? [])
    .filter((path) => /^\/var\/(log|lib\/docker)(\/|$)/.test(path));
}

function sharesFiles({ container }: ReviewedContainer, workload: Workload): boolean {
  const mounted = new Set((container.volumeMounts ?? []).map(({ name }) => name));
  const isConfig = (name: string) =>
    volumeUses(workload).some(
      ({ volume }) => volume.name === name && (volume.configMap ?? volume.secret) !== undefined,
    );
  const declared = volumeUses(workload).filter(({ volume }) => mounted.has(volume.name) && !isConfig(volume.name));
  if (declared.some((use) => usersOf(use).length > 1)) return true;
  // A claim of a StatefulSet is no volume of its template.
  return (
    workload.kind === 'StatefulSet' &&
    [...mounted].some((name) => !workload.spec.volumes?.some((each) => each.name === name))
  );
}

function titlesOf(containers: readonly ReviewedContainer[]): string {
  return containers.map(({ container }) => `\`${container.name}\``).join(' or ');
}

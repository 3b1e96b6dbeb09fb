import { isDataStore, knownProgramIn } from '../knowledge/known-program';
import { dataDirectoryOf, isInside, isServingStore, mountsByFate } from '../knowledge/data-directory';
import { isExplained } from '../knowledge/reason';
import { applicationContainers } from '../knowledge/role';
import { volumeUse } from '../knowledge/volume-use';
import type { ContainerRule } from '../rule';
import type { ReviewedContainer, Workload } from '../workload';

/** What a store keeps in its Pod goes with the Pod. */
export const requireLastingData: ContainerRule = {
  id: 'require-lasting-data',
  about: 'container',
  severity: 'error',
  title: 'Databases and queues keep their data outside of the Pod',
  consequence: 'With the next rollout, drain or eviction everything that others have stored is gone.',
  fix: 'Let a StatefulSet claim storage with `volumeClaimTemplates`, and mount it where the data is kept.',
  see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage',
  *check(reviewed, workload) {
    if (!isKeptRunning(workload) || !keepsData(reviewed) || isBesideOthers(workload)) return;
    const name = knownProgramIn(reviewed.container.image)?.name ?? '';
    const { lasting, lost } = mountsByFate(reviewed, workload);
    const directory = dataDirectoryOf(reviewed);
    const holding = lost.find(({ mount }) => directory !== undefined && isInside(directory, mount.mountPath));
    const isBacked = lasting.length > 0 || (reviewed.container.volumeDevices ?? []).length > 0;
    const isCovered = lasting.some(
      ({ mount }) => holding !== undefined && isInside(mount.mountPath, holding.mount.mountPath),
    );
    if (isBacked && (holding === undefined || isCovered)) return;
    const use = holding === undefined ? undefined : volumeUse(workload, holding.mount.name);
    if (use !== undefined && isExplained(workload, use.path)) return;
    if (holding !== undefined) {
      yield {
        path: holding.path,
        found: `\`${name}\` keeps its data at \`${holding.mount.mountPath}\`, in volume \`${holding.mount.name}\`, which goes with the Pod.`,
      };
    } else {
      yield {
        path: reviewed.path.child('volumeMounts'),
        found: `\`${reviewed.container.name}\` runs \`${name}\` and mounts no storage that outlives the Pod.`,
      };
    }
  },
};

function isKeptRunning({ kind, replicas }: Workload): boolean {
  return (kind === 'Deployment' || kind === 'StatefulSet' || kind === 'ReplicaSet') && replicas !== 0;
}

/** A cache may lose what it has, and these pass messages on without keeping them. */
function keepsData(reviewed: ReviewedContainer): boolean {
  const program = knownProgramIn(reviewed.container.image);
  return (
    reviewed.role === 'app' &&
    isDataStore(program) &&
    program.kind !== 'cache' &&
    !/^(nats|(eclipse-)?mosquitto)$/.test(program.name) &&
    isServingStore(reviewed)
  );
}

/** A store in the Pod of an application has a rule of its own. */
function isBesideOthers(workload: Workload): boolean {
  return (
    workload.kind !== 'StatefulSet' &&
    applicationContainers(workload).some(({ container }) => !isDataStore(knownProgramIn(container.image)))
  );
}

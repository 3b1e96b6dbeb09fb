import { knownProgramIn } from '../knowledge/known-program';
import { usersOf, volumeUses } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';
import type { Workload } from '../workload';

/** A handover needs two. */
export const noLonelySharedVolume: WorkloadRule = {
  id: 'no-lonely-shared-volume',
  about: 'workload',
  severity: 'warning',
  title: 'Volumes that are meant to be shared are shared',
  consequence: 'The other side looks into a folder of its own image, and never sees a file.',
  fix: 'Mount the volume in the other container, too, and give the reader `readOnly: true`.',
  see: 'https://kubernetes.io/docs/tasks/access-application-cluster/communicate-containers-same-pod-shared-volume/',
  *check(workload) {
    if (workload.containers.length < 2) return;
    const shipsLogs = hasObserver(workload);
    for (const use of volumeUses(workload)) {
      const { path, volume } = use;
      const [user, ...others] = usersOf(use);
      if (volume.emptyDir === undefined || user === undefined || others.length > 0) continue;
      if (!/shared|handoff|exchange/.test(volume.name) && !(shipsLogs && /(^|-)logs?$/.test(volume.name))) continue;
      yield { path, found: `Only \`${user}\` mounts \`${volume.name}\`.` };
    }
  },
};

function hasObserver({ containers }: Workload): boolean {
  return containers.some(({ container }) => knownProgramIn(container.image)?.kind === 'observer');
}

import { isAtOrBelow } from '../../../lib/kube/field-path';
import { volumeReferencesOf, type ConfigReference } from '../../knowledge/references';
import { volumeUses } from '../../knowledge/volume-use';
import { sentences } from '../../report/words';
import { noPodCauses } from '../causes/no-pods';
import { referenceCauses } from '../causes/references';
import { schedulingCauses } from '../causes/scheduling';
import { storageCauses } from '../causes/storage';
import type { Scene } from '../scene';
import type { Chapter } from '../state';

/** No node yet, or a node that cannot prepare what the containers need. */
export const pending: Chapter = {
  state: 'Pending',
  aliases: ['ContainerCreating', 'SchedulingGated', 'FailedScheduling', 'FailedMount', 'FailedAttachVolume'],
  meaning: ({ subject }) =>
    sentences(
      'a phase: the Pod is accepted, and not all of its containers have been started',
      'while its condition `PodScheduled` is `False` no node takes it, and the event `FailedScheduling` counts the nodes by what speaks against each',
      (subject.spec.volumes ?? []).length > 0 &&
        'once it has a node it shows `ContainerCreating` until every volume is mounted (`FailedMount` in the events)',
      subject.inits.length + subject.sidecars.length > 0 &&
        'while its init containers and sidecars start the phase stays `Pending`, too, and the column STATUS shows `Init:`',
    ),
  causes: (scene) => [
    ...noPodCauses(scene),
    ...schedulingCauses(scene),
    ...storageCauses(scene),
    ...referenceCauses(mountedReferences(scene), scene),
  ],
};

/** A volume that no container mounts is not waited for. */
function mountedReferences({ subject: { workload } }: Scene): readonly ConfigReference[] {
  const mounted = volumeUses(workload).filter(({ mounts }) => mounts.length > 0);
  return volumeReferencesOf(workload).filter((reference) =>
    mounted.some(({ path }) => isAtOrBelow(reference.path.toString(), path.toString())),
  );
}

import type { VolumeMount } from '../../lib/kube/api/container';
import type { Volume } from '../../lib/kube/api/volume';
import type { FieldPath } from '../../lib/kube/field-path';
import { groupedBy } from '../../lib/kube/groups';
import type { ReviewedContainer, Workload } from '../workload';

/** A mount with its container and its place. */
export interface PlacedMount {
  readonly mount: VolumeMount;
  readonly container: ReviewedContainer;
  readonly path: FieldPath;
}

/** A volume with its place and who mounts it, in the order in which containers start. */
export interface VolumeUse {
  readonly volume: Volume;
  readonly path: FieldPath;
  readonly mounts: readonly PlacedMount[];
}

/** The volumes of a Pod with their mounts, in the order in which they are written; computed once a workload. */
export function volumeUses(workload: Workload): readonly VolumeUse[] {
  const known = USES.get(workload);
  if (known !== undefined) return known;
  const uses = usesOf(workload);
  USES.set(workload, uses);
  return uses;
}

/** The volume of a name, with its mounts; undefined where the Pod has none, as for a claim of a StatefulSet. */
export function volumeUse(workload: Workload, name: string): VolumeUse | undefined {
  return volumeUses(workload).find(({ volume }) => volume.name === name);
}

/** The names of the containers that mount a volume, each once. */
export function usersOf({ mounts }: VolumeUse): readonly string[] {
  return [...new Set(mounts.map(({ container }) => container.container.name))];
}

/** The mounts of one container with their places. */
export function mountsOf(container: ReviewedContainer): readonly PlacedMount[] {
  return (container.container.volumeMounts ?? []).map((mount, position) => ({
    mount,
    container,
    path: container.path.child('volumeMounts').index(position),
  }));
}

const USES = new WeakMap<Workload, readonly VolumeUse[]>();

function usesOf({ containers, spec, specPath }: Workload): readonly VolumeUse[] {
  const mounts = groupedBy(containers.flatMap(mountsOf), ({ mount }) => mount.name);
  return (spec.volumes ?? []).map((volume, position) => ({
    volume,
    path: specPath.child('volumes').index(position),
    mounts: mounts.get(volume.name) ?? [],
  }));
}

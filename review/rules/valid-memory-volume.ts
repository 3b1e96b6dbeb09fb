import { QuantityValue, tryQuantity } from '../../lib/kube/quantity';
import { volumeUses, type VolumeUse } from '../knowledge/volume-use';
import type { WorkloadRule } from '../rule';

/** What is written to memory is memory of the container that writes it. */
export const validMemoryVolume: WorkloadRule = {
  id: 'valid-memory-volume',
  about: 'workload',
  severity: 'error',
  title: 'Volumes in memory fit into the memory limit',
  consequence: 'The container is killed for its memory before the volume is full.',
  fix: 'Raise the memory limit by the size of the volume, or lower `sizeLimit`.',
  see: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  *check(workload) {
    for (const use of volumeUses(workload)) {
      const { medium, sizeLimit } = use.volume.emptyDir ?? {};
      const size = tryQuantity(sizeLimit ?? '');
      if (medium !== 'Memory' || size === undefined) continue;
      const limit = largestLimit(use);
      if (limit === undefined || size.compare(limit) < 0) continue;
      yield {
        path: use.path.child('emptyDir').child('sizeLimit'),
        found: `\`${use.volume.name}\` may take ${size.toString()} of memory, and whoever mounts it has ${limit.toString()} at most.`,
      };
    }
  },
};

/** The most memory that one of its writers has; undefined where one has no limit, or none mounts it. */
function largestLimit({ mounts }: VolumeUse): QuantityValue | undefined {
  const writers = mounts.filter(({ mount }) => mount.readOnly !== true);
  const limits = writers.map(({ container }) => tryQuantity(container.container.resources?.limits?.['memory'] ?? ''));
  if (limits.length === 0 || limits.includes(undefined)) return undefined;
  return limits.reduce<QuantityValue>(
    (most, limit) => (limit !== undefined && limit.compare(most) > 0 ? limit : most),
    QuantityValue.zero,
  );
}

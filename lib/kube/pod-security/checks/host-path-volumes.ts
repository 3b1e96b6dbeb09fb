import type { PodSecurityCheck } from '../check';
import { named } from '../phrases';

/** A Pod must not mount directories of its node. */
export const hostPathVolumes: PodSecurityCheck = {
  id: 'hostPathVolumes',
  level: 'baseline',
  judge: ({ spec, specPath }) => {
    const bad = [...(spec.volumes ?? []).entries()].filter(([, volume]) => volume.hostPath !== undefined);
    if (bad.length === 0) return undefined;
    return {
      reason: 'hostPath volumes',
      detail: named(
        'volume',
        bad.map(([, volume]) => volume.name),
      ),
      places: bad.map(([position]) => ({
        path: specPath.child('volumes').index(position).child('hostPath').toString(),
      })),
    };
  },
};

import type { PodSecurityCheck } from '../check';
import { named } from '../phrases';

/** A Pod must not mount directories of its node. */
export const hostPathVolumes: PodSecurityCheck = {
  id: 'hostPathVolumes',
  level: 'baseline',
  judge: ({ spec, specPath }) => {
    const { volumes = [] } = spec;
    if (volumes.every(({ hostPath }) => hostPath === undefined)) return undefined;
    const bad = [...volumes.entries()].filter(([, { hostPath }]) => hostPath !== undefined);
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

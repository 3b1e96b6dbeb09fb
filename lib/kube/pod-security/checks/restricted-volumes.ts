import type { Volume } from '../../api/volume';
import type { PodSecurityCheck } from '../check';
import { hostPathVolumes } from './host-path-volumes';
import { named, plural, quoted, sorted } from '../phrases';

/** Only volumes that bring nothing of the node and no storage that an administrator has not offered. */
export const restrictedVolumes: PodSecurityCheck = {
  id: 'restrictedVolumes',
  level: 'restricted',
  replaces: hostPathVolumes.id,
  judge: ({ spec, specPath }) => {
    const { volumes = [] } = spec;
    if (volumes.every(isAllowed)) return undefined;
    const bad = [...volumes.entries()].filter(([, volume]) => !isAllowed(volume));
    const names = bad.map(([, volume]) => volume.name);
    const types = sorted(bad.map(([, volume]) => sourceOf(volume) ?? 'unknown'));
    return {
      reason: 'restricted volume types',
      detail: `${named('volume', names)} ${names.length === 1 ? 'uses' : 'use'} ${plural('restricted volume type', types.length)} ${quoted(types)}`,
      places: bad.map(([position, volume]) => {
        const path = specPath.child('volumes').index(position);
        const source = sourceOf(volume);
        return { path: (source === undefined ? path : path.child(source)).toString() };
      }),
    };
  },
};

const ALLOWED = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const satisfies readonly (keyof Volume)[];

function isAllowed(volume: Volume): boolean {
  return ALLOWED.some((source) => volume[source] !== undefined);
}

function sourceOf(volume: Volume): string | undefined {
  return Object.keys(volume).find((field) => field !== 'name');
}

import type { Volume } from '../api/volume';
import type { FieldPath } from '../field-path';
import { checkDnsLabel } from './name-checks';
import type { PodScope } from './pod-scope';
import { requireText } from './value-checks';
import { validateVolumeSource } from './volume-sources';

/**
 * The volumes of a Pod: sources and names.
 *
 * @param sound - The volumes of the scope, where those go that stand the test.
 */
export function validateVolumes(scope: PodScope, sound: Map<string, Volume>, path: FieldPath): void {
  const { problems } = scope;
  const volumes = scope.spec.volumes ?? [];
  const madeClaims = new Set(
    volumes.filter((volume) => volume.ephemeral != null).map((volume) => claimOf(scope, volume)),
  );
  volumes.forEach((volume, position) => {
    const at = path.index(position);
    const before = problems.problems.length;
    const name = volume.name || '';
    validateVolumeSource(scope, volume, at);
    if (name === '') requireText(problems, name, at.child('name'), 'the name that mounts refer to');
    else checkDnsLabel(problems, name, at.child('name'));
    if (sound.has(name)) {
      problems.duplicate('duplicate-name', at.child('name'), name, 'volume names are unique in a Pod');
    }
    if (problems.problems.length === before) sound.set(name, volume);
    const claimName = volume.persistentVolumeClaim?.claimName;
    if (claimName && madeClaims.has(claimName)) {
      const detail = 'is the claim that an ephemeral volume of this Pod will make';
      const claimPath = at.child('persistentVolumeClaim').child('claimName');
      problems.invalid('claim-of-ephemeral-volume', claimPath, claimName, detail);
    }
  });
}

function claimOf(scope: PodScope, volume: Volume): string | undefined {
  const podName = scope.holder === 'pod' ? scope.metadata?.name : undefined;
  return podName ? `${podName}-${volume.name}` : undefined;
}

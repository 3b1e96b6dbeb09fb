import { withFields } from '../alter';
import type { Volume } from '../api/volume';
import type { FieldPath } from '../field-path';
import { ProblemList } from '../problem-list';
import { checkDnsLabel } from './name-checks';
import type { PodScope } from './pod-scope';
import { requireText } from './value-checks';
import { validateVolumeSource } from './volume-sources';

/**
 * The volumes of a Pod: sources and names.
 *
 * @returns the volumes that stood the test, by name: only these count as known when mounts are checked
 */
export function validateVolumes(
  scope: Omit<PodScope, 'volumes'>,
  volumes: readonly Volume[],
  path: FieldPath,
): ReadonlyMap<string, Volume> {
  const sound = new Map<string, Volume>();
  const madeClaims = new Set(
    volumes.filter((volume) => volume.ephemeral != null).map((volume) => claimOf(scope, volume)),
  );
  volumes.forEach((volume, position) => {
    const at = path.index(position);
    const problems = new ProblemList();
    const name = volume.name || '';
    validateVolumeSource(withFields(scope, { problems, volumes: sound }), volume, at);
    if (name === '') requireText(problems, name, at.child('name'), 'the name that mounts refer to');
    else checkDnsLabel(problems, name, at.child('name'));
    if (sound.has(name)) {
      problems.duplicate('duplicate-name', at.child('name'), name, 'volume names are unique in a Pod');
    }
    if (problems.problems.length === 0) sound.set(name, volume);
    scope.problems.problems.push(...problems.problems);
    const claimName = volume.persistentVolumeClaim?.claimName;
    if (claimName && madeClaims.has(claimName)) {
      const detail = 'is the claim that an ephemeral volume of this Pod will make';
      const claimPath = at.child('persistentVolumeClaim').child('claimName');
      scope.problems.invalid('claim-of-ephemeral-volume', claimPath, claimName, detail);
    }
  });
  return sound;
}

function claimOf(scope: Omit<PodScope, 'volumes'>, volume: Volume): string | undefined {
  const podName = scope.holder === 'pod' ? scope.metadata?.name : undefined;
  return podName ? `${podName}-${volume.name}` : undefined;
}

import type { Volume } from '../../../lib/kube/api/volume';
import type { Workload } from '../../workload';
import { danger, notice, type Consequence } from '../consequence';
import { changesWithin, shown, type WorkloadChange } from '../change';

/** Volumes that come, go, or are other volumes now. */
export function* storageConsequences(change: WorkloadChange): Generator<Consequence> {
  const { was, is, after } = change;
  const before = volumesOf(was);
  const now = volumesOf(is);
  for (const [name, volume] of now) {
    const old = before.get(name);
    const [sourceWas, source] = [old === undefined ? '' : sourceOf(old), sourceOf(volume)];
    if (old === undefined || (sourceWas === source && JSON.stringify(old) === JSON.stringify(volume))) continue;
    if (KEEPS.has(sourceWas) && sourceWas !== source) {
      yield danger(
        'data',
        `The volume \`${name}\` of ${after.title} is ${SPOKEN[source] ?? source} instead of ${SPOKEN[sourceWas] ?? sourceWas}: what it held is no longer there.`,
      );
    } else if (claimOf(old) !== claimOf(volume)) {
      yield danger(
        'data',
        `The volume \`${name}\` of ${after.title} is the claim ${shown(claimOf(volume))} instead of ${shown(claimOf(old))}.`,
      );
    } else yield notice('data', `The volume \`${name}\` of ${after.title} is described otherwise.`);
  }
  for (const [name, volume] of before) {
    if (!now.has(name) && KEEPS.has(sourceOf(volume))) {
      yield danger('data', `The volume \`${name}\` of ${after.title} is gone: what it holds is out of reach.`);
    }
  }
  for (const { path, before: old, after: size } of changesWithin(change, 'spec.persistentVolumeClaimRetentionPolicy')) {
    yield danger(
      'data',
      `\`${path}\` is ${shown(size)} instead of ${shown(old)}: it decides what becomes of the volumes.`,
    );
  }
}

/** Volumes whose content outlives the Pod. */
const KEEPS: ReadonlySet<string> = new Set([
  'persistentVolumeClaim',
  'hostPath',
  'nfs',
  'csi',
  'local',
  'iscsi',
  'cephfs',
  'azureFile',
]);

const SPOKEN: Readonly<Record<string, string>> = {
  configMap: 'a ConfigMap',
  emptyDir: 'an emptyDir that lives with the Pod',
  hostPath: 'a folder of the node',
  persistentVolumeClaim: 'a persistent volume',
  secret: 'a Secret',
};

function volumesOf({ spec }: Workload): ReadonlyMap<string, Volume> {
  return new Map((spec.volumes ?? []).map((volume) => [volume.name, volume]));
}

function sourceOf(volume: Volume): string {
  return Object.keys(volume).find((field) => field !== 'name') ?? 'emptyDir';
}

function claimOf(volume: Volume): string | undefined {
  return volume.persistentVolumeClaim?.claimName;
}

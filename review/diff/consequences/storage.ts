import { code, list } from '../../report/words';
import type { Volume } from '../../../lib/kube/api/volume';
import { listOf, type Entity } from '../../entity';
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
    const sentence = `The volume ${code(name)} of ${after.title} is ${spoken(volume)} instead of ${spoken(old)}`;
    if (KEEPS.has(sourceWas) && (sourceWas !== source || claimOf(old) !== claimOf(volume))) {
      yield danger('data', `${sentence}: what it held does not come along.`);
    } else if (sourceWas !== source) yield notice('data', `${sentence}.`);
    else yield notice('data', `The volume ${code(name)} of ${after.title} is described otherwise.`);
  }
  for (const [name, volume] of before) {
    if (!now.has(name) && KEEPS.has(sourceOf(volume))) {
      yield danger('data', `The volume ${code(name)} of ${after.title} is gone: what it holds is out of reach.`);
    }
  }
  yield* mountConsequences(was, is);
  yield* groupConsequences(change);
  for (const { path, before: old, after: size } of changesWithin(change, 'spec.persistentVolumeClaimRetentionPolicy')) {
    yield danger(
      'data',
      `${code(path)} is ${shown(size)} instead of ${shown(old)}: it decides what becomes of the volumes.`,
    );
  }
}

/** Where containers find a volume that is there before and afterwards, and whether they may write to it. */
function* mountConsequences(was: Workload, is: Workload): Generator<Consequence> {
  const before = new Map(was.containers.map(({ container }) => [container.name, container]));
  const kept = new Set([...volumesOf(was).keys()].filter((name) => volumesOf(is).has(name)));
  for (const { container } of is.containers) {
    const old = before.get(container.name);
    if (old === undefined) continue;
    for (const volume of kept) {
      const [mountsWas, mounts] = [old, container].map((each) => mountsOf(each, volume));
      if (mountsWas === mounts) continue;
      const whose = `${code(container.name)} has the volume ${code(volume)}`;
      if (mounts === '') yield danger('data', `${code(container.name)} has the volume ${code(volume)} no more.`);
      else yield notice('data', `${whose} ${mounts}${mountsWas === '' ? ' from now on' : ` instead of ${mountsWas}`}.`);
    }
  }
}

function mountsOf({ volumeMounts = [] }: Workload['containers'][number]['container'], volume: string): string {
  return list(
    volumeMounts
      .filter(({ name }) => name === volume)
      .map(({ mountPath, readOnly, subPath = '' }) => {
        const folder = subPath === '' ? '' : ` (its ${code(subPath)})`;
        return `at ${code(mountPath)}${folder}${readOnly === true ? ' to read only' : ''}`;
      }),
  );
}

/** Who owns the files in volumes: the kubelet hands them to the group when it mounts them. */
function* groupConsequences({ was, is, after }: WorkloadChange): Generator<Consequence> {
  const [groupWas, group] = [was, is].map(({ spec }) => spec.securityContext?.fsGroup);
  if (groupWas === group || (is.spec.volumes ?? []).length + claimTemplatesOf(after) === 0) return;
  const whose = `Volumes of ${after.title}`;
  if (group === undefined) {
    const sentence = `${whose} no longer belong to group ${shown(groupWas)}`;
    yield [...volumesOf(is).values()].some((volume) => KEEPS.has(sourceOf(volume))) || claimTemplatesOf(after) > 0
      ? danger('data', `${sentence}: a process that is not root may not be able to write to them any more.`)
      : notice('data', `${sentence}.`);
    return;
  }
  const instead = groupWas === undefined ? 'from now on' : `instead of ${shown(groupWas)}`;
  yield notice(
    'data',
    `${whose} belong to group ${shown(group)} ${instead}: their files are handed over when a Pod starts, which takes long where there are many.`,
  );
}

function claimTemplatesOf(entity: Entity): number {
  return listOf(entity.read('spec', 'volumeClaimTemplates')).length;
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
  secret: 'a Secret',
};

function volumesOf({ spec }: Workload): ReadonlyMap<string, Volume> {
  return new Map((spec.volumes ?? []).map((volume) => [volume.name, volume]));
}

function sourceOf(volume: Volume): string {
  return Object.keys(volume).find((field) => field !== 'name') ?? 'emptyDir';
}

function spoken(volume: Volume): string {
  const claim = claimOf(volume);
  const source = sourceOf(volume);
  return claim === undefined ? (SPOKEN[source] ?? `of the kind ${code(source)}`) : `the claim ${code(claim)}`;
}

function claimOf(volume: Volume): string | undefined {
  return volume.persistentVolumeClaim?.claimName;
}

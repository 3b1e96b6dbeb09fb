import type { PersistentVolumeClaimSpec } from '../../lib/kube/api/persistent-volume-claim';
import { fieldOf, listOf, textsOf } from '../entity';
import { nameOf, type Subject } from './subject';
import { volumeKindOf, type Survival, type VolumeKind } from './volume-kinds';
import { code, list, names, sentence, sentences } from './words';

/** A volume with whoever uses it and what survives in it. */
export interface VolumeReport {
  readonly name: string;
  readonly path: string;
  /** The field of its source: `emptyDir`, `persistentVolumeClaim`, `volumeClaimTemplate`. */
  readonly source: string;
  readonly mounts: readonly VolumeUse[];
  /** The containers that may write to it. */
  readonly writers: readonly string[];
  /** The containers that can only read it. */
  readonly readers: readonly string[];
  readonly survival: Survival;
  /** What it is, who uses it, what survives: each a sentence. */
  readonly sentences: readonly string[];
}

/** One mount of a volume. */
export interface VolumeUse {
  readonly container: string;
  /** The path in the container, or the device. */
  readonly at: string;
  readonly readOnly: boolean;
  readonly path: string;
}

/** The volumes of a workload, the claims of a StatefulSet included, which hide volumes of their name. */
export function volumesOf(subject: Subject): VolumeReport[] {
  const claims = claimTemplates(subject);
  const hidden = new Set(claims.map(({ name }) => name));
  const written = (subject.spec.volumes ?? []).map((volume, position): Placed => ({
    name: volume.name,
    path: subject.workload.specPath.child('volumes').index(position).toString(),
    kind: withClaim(volumeKindOf(volume), volume.persistentVolumeClaim?.claimName, subject),
  }));
  return [...written.filter(({ name }) => !hidden.has(name)), ...claims].map((placed) => volumeReport(placed, subject));
}

interface Placed {
  readonly name: string;
  readonly path: string;
  readonly kind: VolumeKind;
}

function volumeReport({ kind, name, path }: Placed, subject: Subject): VolumeReport {
  const mounts = usesOf(name, kind, subject);
  const writers = unique(mounts.filter(({ readOnly }) => !readOnly));
  const readers = unique(mounts.filter((each) => each.readOnly && !writers.includes(each.container)));
  return {
    name,
    path,
    source: kind.source,
    mounts,
    writers,
    readers,
    survival: kind.survival,
    // The kubelet leaves out what nobody mounts; only storage of its own is there all the same.
    sentences: sentences(
      `${code(name)} ${kind.what}`,
      usersText(mounts, kind),
      (mounts.length > 0 || kind.survival.pod === 'kept') && survivalText(kind),
    ),
  };
}

function usesOf(volume: string, kind: VolumeKind, { workload }: Subject): VolumeUse[] {
  return workload.containers.flatMap((placed) => {
    const container = nameOf(placed);
    const { volumeDevices = [], volumeMounts = [] } = placed.container;
    const mounts = volumeMounts.flatMap(({ mountPath, name, readOnly }, position): VolumeUse[] => {
      if (name !== volume) return [];
      const path = placed.path.child('volumeMounts').index(position).toString();
      return [{ container, at: mountPath, readOnly: readOnly === true || !kind.isWritable, path }];
    });
    const devices = volumeDevices.flatMap(({ devicePath, name }, position): VolumeUse[] => {
      if (name !== volume) return [];
      const path = placed.path.child('volumeDevices').index(position).toString();
      return [{ container, at: devicePath, readOnly: !kind.isWritable, path }];
    });
    return [...mounts, ...devices];
  });
}

function usersText(mounts: readonly VolumeUse[], kind: VolumeKind): string {
  if (mounts.length === 0) return 'no container mounts it';
  const at = (uses: readonly VolumeUse[]) =>
    list(
      unique(uses).map((name) => {
        const places = uses.filter(({ container }) => container === name).map((use) => use.at);
        return `${code(name)} at ${names(places)}`;
      }),
    );
  const writing = mounts.filter(({ readOnly }) => !readOnly);
  const reading = mounts.filter(({ readOnly }) => readOnly);
  const texts = [
    ...(writing.length === 0 ? [] : [`${at(writing)} may write to it`]),
    ...(reading.length === 0 ? [] : [`${at(reading)} can only read it`]),
  ];
  const isDead = kind.source === 'emptyDir' && writing.length === 0;
  return `${texts.join(', and ')}${isDead ? ': nobody writes to it, so it stays empty' : ''}`;
}

function survivalText({ source, survival }: VolumeKind): string {
  switch (survival.pod) {
    case 'lost':
      return 'it outlives a restart of a container, and is lost with the Pod';
    case 'left':
      return 'it stays on that node when the Pod goes: a Pod on another node finds what that node has there';
    case 'kept':
      return source === 'volumeClaimTemplate'
        ? 'it outlives its Pod, and the next Pod of the same name finds it'
        : 'it outlives the Pod';
    case 'fetched':
      return 'the next Pod gets it anew';
    case 'unknown':
      return 'whether anything outlives the Pod, the driver decides';
  }
}

/** A claim that is among the reviewed objects says how large it is and who may mount it. */
function withClaim(kind: VolumeKind, claimName: string | undefined, { around, count, workload }: Subject): VolumeKind {
  if (claimName === undefined) return kind;
  const claim = around.landscape.find('PersistentVolumeClaim', claimName, workload.entity);
  const modes =
    claim === undefined ? [] : listOf(claim.read('spec', 'accessModes')).filter((mode) => typeof mode === 'string');
  const size = textsOf(fieldOf(claim?.read('spec', 'resources'), 'requests'))['storage'];
  const shared = (count.most ?? 2) > 1 ? ', which all of its Pods share' : '';
  return { ...kind, what: `${kind.what}${shared}${claimText(size, modes)}` };
}

function claimTemplates({ owner }: Subject): Placed[] {
  if (owner.kind !== 'StatefulSet') return [];
  const retention = owner.spec.persistentVolumeClaimRetentionPolicy;
  return (owner.spec.volumeClaimTemplates ?? []).map(({ metadata, spec: claim = {} }, position): Placed => {
    const name = metadata?.name ?? '';
    return {
      name,
      path: `spec.volumeClaimTemplates[${position}]`,
      kind: {
        source: 'volumeClaimTemplate',
        what: `is a claim of its own for each Pod${ownClaimText(claim)}; ${retentionText(retention?.whenDeleted, retention?.whenScaled)}`,
        survival: { restart: 'kept', pod: 'kept', node: 'kept' },
        isWritable: isWritable(claim),
      },
    };
  });
}

function isWritable({ accessModes = [] }: PersistentVolumeClaimSpec): boolean {
  return accessModes.length === 0 || accessModes.some((mode) => mode !== 'ReadOnlyMany');
}

function ownClaimText({ accessModes = [], resources, storageClassName }: PersistentVolumeClaimSpec): string {
  const size = resources?.requests?.['storage'];
  const storage =
    storageClassName === undefined || storageClassName === '' ? '' : ` of storage class ${code(storageClassName)}`;
  return `${claimText(size === undefined ? undefined : String(size), accessModes)}${storage}`;
}

function claimText(size: string | undefined, modes: readonly string[]): string {
  const parts = [...(size === undefined ? [] : [code(size)]), ...modes.map((mode) => MODES[mode] ?? code(mode))];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function retentionText(whenDeleted = 'Retain', whenScaled = 'Retain'): string {
  if (whenDeleted === 'Retain' && whenScaled === 'Retain')
    return 'claims stay when the StatefulSet is deleted or scaled down';
  if (whenDeleted === 'Delete' && whenScaled === 'Delete')
    return 'claims are deleted when the StatefulSet is deleted or scaled down';
  return whenDeleted === 'Delete'
    ? 'claims are deleted with the StatefulSet, and stay when it is scaled down'
    : 'claims are deleted when the StatefulSet is scaled down, and stay when it is deleted';
}

const MODES: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'one node at a time',
  ReadWriteOncePod: 'one Pod at a time',
  ReadOnlyMany: 'read-only, many nodes',
  ReadWriteMany: 'many nodes',
};

/** What of a workload's data moves with its Pods and what does not, as a sentence. */
export function stateText(volumes: readonly VolumeReport[]): string {
  const used = volumes.filter(({ mounts }) => mounts.length > 0);
  const withFate = (fate: Survival['pod']) =>
    used.filter(({ survival }) => survival.pod === fate).map(({ name }) => name);
  const kept = withFate('kept');
  const lost = withFate('lost');
  const left = used
    .filter(({ survival, writers }) => survival.pod === 'left' && writers.length > 0)
    .map(({ name }) => name);
  const parts = [
    ...(kept.length === 0 ? [] : [`${names(kept)} ${kept.length === 1 ? 'is' : 'are'} there for the next Pod`]),
    ...(lost.length === 0 ? [] : [`${names(lost)} ${lost.length === 1 ? 'is' : 'are'} lost`]),
    ...(left.length === 0 ? [] : [`${names(left)} ${left.length === 1 ? 'stays' : 'stay'} on the old node`]),
  ];
  if (kept.length === 0 && lost.length === 0 && left.length === 0)
    return sentence('no state moves: nothing that it writes outlives its containers');
  return sentence(kept.length === 0 ? `no state moves: ${parts.join('; ')}` : parts.join('; '));
}

function unique(uses: readonly VolumeUse[]): string[] {
  return [...new Set(uses.map(({ container }) => container))];
}

import { companion } from '../lib/pod/companion';
import { isRecord } from '../lib/kube/is-record';
import { configMap } from '../lib/pod/volume';
import type { MountOf } from '../lib/pod/volume';
import type { OpenPod } from './pattern';

/** Volumes of the Pod by the path where a container finds them. */
export type ByPath = Readonly<Record<string, string | Omit<MountOf, 'readOnly'>>>;

/** The names of volumes that stand in a record by path. */
export type VolumesIn<Mounts> = Mounts extends ByPath
  ? { readonly [Path in keyof Mounts]: NameIn<Mounts[Path]> }[keyof Mounts]
  : never;

/** Configuration that a helper brings along. */
export interface Config {
  readonly mountPath: string;
  /** By file name. */
  readonly files: Readonly<Record<string, string>>;
}

/** The name of the volume that holds what a helper brings along, where it does. */
export type ConfigVolume<Name extends string, Brought> = [Brought] extends [Config] ? `${Name}-config` : never;

/** What a helper reads and writes. */
export interface Mounting<Reads extends ByPath, Writes extends ByPath> {
  /** Volumes that it only reads, by path: `{ '/logs': 'logs' }`. */
  readonly reads?: Reads;
  /** Volumes that it writes, by path: `{ '/html': 'pages' }`. */
  readonly writes?: Writes;
  /**
   * Files of its own: a ConfigMap that travels with the Pod, named after the helper, on a volume of the helper's name
   * and `-config`, mounted read-only.
   */
  readonly config?: Config;
}

/** The Pod with a helper's configuration, and the mounts that the helper gets. */
export function withMounting(
  pod: OpenPod,
  name: string,
  { reads = {}, writes = {}, config }: Mounting<ByPath, ByPath>,
): { readonly pod: OpenPod; readonly volumeMounts: Readonly<Record<string, MountOf>> } {
  const volumeMounts: Record<string, MountOf> = {};
  for (const [path, volume] of Object.entries(writes)) volumeMounts[path] = mountOf(volume);
  for (const [path, volume] of Object.entries(reads)) volumeMounts[path] = { ...mountOf(volume), readOnly: true };
  if (config === undefined) return { pod, volumeMounts };
  const volume = `${name}-config`;
  return {
    pod: pod.configMap(name, config.files).volume(volume, configMap(companion(name))),
    volumeMounts: { ...volumeMounts, [config.mountPath]: { name: volume, readOnly: true } },
  };
}

/** Paths that a helper mounts twice. */
export function mountedTwice({ reads = {}, writes = {}, config }: Mounting<ByPath, ByPath>): string[] {
  const paths = [...Object.keys(reads), ...Object.keys(writes), ...(config === undefined ? [] : [config.mountPath])];
  return paths.filter((path, position) => paths.indexOf(path) !== position);
}

type NameIn<Mount> = Mount extends string
  ? Mount
  : Mount extends { readonly name: infer Name extends string }
    ? Name
    : never;

function mountOf(volume: string | MountOf): MountOf {
  return isRecord(volume) ? (volume as MountOf) : { name: volume as string };
}

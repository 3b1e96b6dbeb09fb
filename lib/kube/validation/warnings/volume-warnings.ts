import type { Volume } from '../../api/volume';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';

/** Sources that no longer work, or soon will not, by the version that took the driver away. */
const RETIRED: readonly (readonly [source: keyof Volume, since: string])[] = [
  ['photonPersistentDisk', 'has not worked since Kubernetes 1.16'],
  ['gitRepo', 'is deprecated, and does not work from Kubernetes 1.36 on: clone in an init container'],
  ['scaleIO', 'has not worked since Kubernetes 1.22'],
  ['flocker', 'has not worked since Kubernetes 1.25'],
  ['storageos', 'has not worked since Kubernetes 1.25'],
  ['quobyte', 'has not worked since Kubernetes 1.25'],
  ['glusterfs', 'has not worked since Kubernetes 1.26'],
  ['cephfs', 'does not work from Kubernetes 1.31 on'],
  ['rbd', 'does not work from Kubernetes 1.31 on'],
];

/** Volumes that nothing mounts any more, and files of one volume that get in each other's way. */
export function warnOfVolumes(warnings: ProblemList, volumes: readonly Volume[], path: FieldPath): void {
  volumes.forEach((volume, position) => {
    const at = path.index(position);
    for (const [source, since] of RETIRED.filter(([name]) => volume[name] != null)) {
      // The server spells this one as in Go.
      const field = source === 'storageos' ? 'storageOS' : source;
      warnings.invalid('retired-volume', at.child(field), source, since);
    }
    for (const file of overlappingFiles(filesOf(volume))) {
      warnings.invalid('overlapping-paths', at, file, 'another file of this volume is at or under this path');
    }
  });
}

function filesOf({ configMap, secret, downwardAPI, projected }: Volume): string[] {
  const items = [...(configMap?.items ?? []), ...(secret?.items ?? []), ...(downwardAPI?.items ?? [])];
  const ofSources = (projected?.sources ?? []).flatMap((source) => [
    ...(source.configMap?.items ?? []),
    ...(source.secret?.items ?? []),
    ...(source.downwardAPI?.items ?? []),
    ...(source.serviceAccountToken == null ? [] : [source.serviceAccountToken]),
  ]);
  return [...items, ...ofSources].map((item) => item.path).filter((file) => file);
}

/** The files that stand where another one, or a directory that another one needs, stands. */
function overlappingFiles(files: readonly string[]): string[] {
  const plain = files.map((file) => file.replace(/\/+$/, ''));
  return plain.filter((file, position) =>
    plain.some((other, otherPosition) => (file === other ? otherPosition < position : other.startsWith(`${file}/`))),
  );
}

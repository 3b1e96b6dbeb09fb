import type { ContainerModel } from '../../lib/pod/model';
import { isRecord } from '../../lib/kube/is-record';
import type { OpenPod } from '../pattern';

/**
 * The Pod, refused where secrets on a volume would not be kept: on the node's disk, where they outlive the Pod, or
 * writable to the application, which only reads them.
 */
export function keepingSecrets(pod: OpenPod, volume: string): OpenPod {
  const { volumes, containers } = pod.model;
  const source = volumes.find(({ name }) => name === volume)?.source;
  const inMemory = source === undefined || (isRecord(source['emptyDir']) && source['emptyDir']['medium'] === 'Memory');
  const checked = inMemory ? pod : pod.refuse({ ...ON_DISK, value: volume });
  return containers
    .filter(({ helper }) => helper === undefined)
    .flatMap((entry) => writableMounts(entry, volume).map((position) => ({ name: entry.name, position })))
    .reduce<OpenPod>((sofar, { name, position }) => {
      const path = `volumeMounts[${position}].readOnly`;
      return sofar.refuse({ ...WRITABLE, path, value: volume }, name);
    }, checked);
}

function writableMounts({ container: { volumeMounts } }: ContainerModel, volume: string): number[] {
  const mounts: readonly unknown[] = Array.isArray(volumeMounts) ? volumeMounts : [];
  return mounts.flatMap((mount, position) =>
    isRecord(mount) && mount['name'] === volume && mount['readOnly'] !== true ? [position] : [],
  );
}

const ON_DISK = {
  code: 'secrets-on-disk',
  path: 'spec.volumes',
  type: 'Invalid',
  detail: "secrets stay in memory: emptyDir({ medium: 'Memory', sizeLimit: '1Mi' })",
  ours: true,
} as const;

const WRITABLE = {
  code: 'secrets-writable',
  type: 'Required',
  detail: 'whoever reads secrets does not write them: mount them with readOnly(path)',
  ours: true,
} as const;

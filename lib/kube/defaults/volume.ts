import type { DownwardAPIVolumeFile, VolumeProjection } from '../api/projected-volume';
import type { Volume } from '../api/volume';
import { alterFields } from '../alter';
import { isMap } from '../schema/walk';
import { defaultPullPolicy } from '../image';
import { claimSpecDefaults } from './persistent-volume-claim';

/** A volume with the fields that the API server fills in; one without a source becomes an `emptyDir`. */
export function volumeDefaults(volume: Volume): Volume {
  if (withSource(volume) !== volume) return withSource(volume);
  const plain = plainDefaults(volume);
  return NESTED.some((name) => plain[name]) ? { ...plain, ...nestedDefaults(plain) } : plain;
}

/** A volume without a source is an `emptyDir`; any other comes back as it is. */
export function withSource(volume: Volume): Volume {
  return Object.keys(volume).some((field) => field !== 'name') ? volume : { name: volume.name, emptyDir: {} };
}

/** The permission bits of files in a volume that says nothing about them: 0644. */
const FILE_MODE = 0o644;

/** What the server fills in beside each source where the field is missing. */
const WHERE_MISSING: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  azureDisk: { cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false },
  configMap: { defaultMode: FILE_MODE },
  downwardAPI: { defaultMode: FILE_MODE },
  hostPath: { type: '' },
  projected: { defaultMode: FILE_MODE },
  secret: { defaultMode: FILE_MODE },
};

/** What the server fills in beside each source where the field is missing or empty. */
const WHERE_EMPTY: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  iscsi: { iscsiInterface: 'default' },
  rbd: { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' },
  scaleIO: { storageMode: 'ThinProvisioned', fsType: 'xfs' },
};

function plainDefaults(volume: Volume): Volume {
  const filled = alterFields({ ...volume }, (source, name) => {
    if (!isMap(source) || (!Object.hasOwn(WHERE_MISSING, name) && !Object.hasOwn(WHERE_EMPTY, name))) return source;
    const written = Object.entries(source).filter(([, value]) => value !== '');
    return { ...WHERE_MISSING[name], ...source, ...WHERE_EMPTY[name], ...Object.fromEntries(written) };
  });
  // The sources keep their shapes.
  return filled as unknown as Volume;
}

/** The sources that hold something inside of which the server fills in more. */
const NESTED = ['downwardAPI', 'ephemeral', 'image', 'projected'] as const;

function nestedDefaults({ downwardAPI, ephemeral, image, projected }: Volume): Partial<Volume> {
  const template = ephemeral?.volumeClaimTemplate;
  return {
    ...(downwardAPI?.items && { downwardAPI: { ...downwardAPI, items: downwardAPI.items.map(fieldDefaults) } }),
    ...(projected?.sources && { projected: { ...projected, sources: projected.sources.map(projectionDefaults) } }),
    ...(image && { image: { ...image, pullPolicy: image.pullPolicy || defaultPullPolicy(image.reference ?? '') } }),
    ...(template && { ephemeral: { volumeClaimTemplate: { ...template, spec: claimSpecDefaults(template.spec) } } }),
  };
}

function projectionDefaults(projection: VolumeProjection): VolumeProjection {
  const { downwardAPI, serviceAccountToken: token } = projection;
  return {
    ...projection,
    ...(downwardAPI?.items && { downwardAPI: { ...downwardAPI, items: downwardAPI.items.map(fieldDefaults) } }),
    ...(token && { serviceAccountToken: { ...token, expirationSeconds: token.expirationSeconds ?? 3600 } }),
  };
}

function fieldDefaults(file: DownwardAPIVolumeFile): DownwardAPIVolumeFile {
  const { fieldRef } = file;
  return fieldRef === undefined
    ? file
    : { ...file, fieldRef: { ...fieldRef, apiVersion: fieldRef.apiVersion || 'v1' } };
}

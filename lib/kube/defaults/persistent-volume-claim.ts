import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../api/persistent-volume-claim';
import { rounded } from './container';

/** A claim of a StatefulSet with the fields that the API server fills in. */
export function claimDefaults(claim: PersistentVolumeClaim): PersistentVolumeClaim {
  return { ...claim, spec: claimSpecDefaults(claim.spec) };
}

/** A claim's spec with the fields that the API server fills in: a volume with files on it. */
export function claimSpecDefaults(spec: PersistentVolumeClaimSpec = {}): PersistentVolumeClaimSpec {
  const { limits, requests } = spec.resources ?? {};
  return {
    ...spec,
    volumeMode: spec.volumeMode ?? 'Filesystem',
    ...(spec.resources && {
      resources: { ...(limits && { limits: rounded(limits) }), ...(requests && { requests: rounded(requests) }) },
    }),
  };
}

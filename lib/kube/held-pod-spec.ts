import type { PodSpec } from './api/pod';
import { decoded } from './defaults/decoded';
import { bareSpecDefaults } from './defaults/pod';
import { typeOf } from './schema/schema';
import { atLeast, type KubernetesVersion } from './version';

/** The newest version whose defaults are known here; a judgement that names no version is made by it. */
export const NEWEST_VERSION: KubernetesVersion = '1.36';

/**
 * A Pod spec as the API server holds it when it judges a Pod: fields that are null are gone, what the server fills in
 * is there, and what the version does not know is dropped.
 */
export function heldPodSpec(written: PodSpec, version: KubernetesVersion = NEWEST_VERSION): PodSpec {
  // Decoding a Pod spec by the schema of Pod specs gives one.
  const spec = decoded(written, typeOf('PodSpec')) as PodSpec;
  const { resources, ...rest } = bareSpecDefaults(spec, version);
  return resources !== undefined && atLeast(version, POD_LEVEL_SINCE) ? { ...rest, resources } : rest;
}

/** Resources of the whole Pod are on from here; before, the server drops them. */
const POD_LEVEL_SINCE = '1.34';

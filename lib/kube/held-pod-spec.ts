import type { PodSpec } from './api/pod';
import { decoded } from './defaults/decoded';
import { bareSpecDefaults } from './defaults/pod';
import { NEWEST_VERSION } from './resources/held-resources';
import { typeOf } from './schema/schema';
import type { KubernetesVersion } from './version';

/**
 * A Pod spec as the API server holds it when it judges a Pod: fields that are null are gone, what the server fills in
 * is there, and resources that the version does not know are dropped.
 */
export function heldPodSpec(written: PodSpec, version: KubernetesVersion = NEWEST_VERSION): PodSpec {
  // Decoding a Pod spec by the schema of Pod specs gives one.
  return bareSpecDefaults(decoded(written, typeOf('PodSpec')) as PodSpec, version);
}

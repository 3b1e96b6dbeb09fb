import type { PodSpec } from '../api/pod';
import { resourceDefaults, rounded } from '../defaults/container';
import { readablePodSpec } from '../readable';
import type { KubernetesVersion } from '../version';
import { withDefaultedResources } from './defaulted';

/** The newest version whose defaults are known here; a judgement that names no version is made by it. */
export const NEWEST_VERSION: KubernetesVersion = '1.36';

/** A Pod spec as written, with its resources as the API server holds them: rounded, and filled in. */
export function withHeldResources(written: PodSpec, version: KubernetesVersion): PodSpec {
  return heldResourcesOf(readablePodSpec(written, version), version);
}

/** Like `withHeldResources`, of a spec that was read already. */
export function heldResourcesOf(spec: PodSpec, version: KubernetesVersion): PodSpec {
  const round = <Type extends PodSpec | PodSpec['containers'][number]>(holder: Type): Type =>
    holder.resources === undefined ? holder : { ...holder, resources: resourceDefaults(holder.resources) };
  const held: PodSpec = {
    ...round(spec),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(round) }),
    ...(spec.overhead && { overhead: rounded(spec.overhead) }),
    containers: spec.containers.map(round),
  };
  return withDefaultedResources(held, version);
}

import type { PodSpec } from './api/pod';
import { bareSpecDefaults, withHostPorts } from './defaults/pod';
import { readablePodSpec } from './readable';
import { withDefaultedResources } from './resources';
import { NEWEST_VERSION } from './resources/held-resources';
import type { KubernetesVersion } from './version';

/**
 * A Pod spec as the API server holds it when it judges a Pod: fields that are null or off in the version are gone, and
 * what the server fills in is there. What a server could not read is left out, so that no input makes it throw.
 */
export function heldPodSpec(written: PodSpec, version: KubernetesVersion = NEWEST_VERSION): PodSpec {
  return bareSpecDefaults(readablePodSpec(written, version), version);
}

/** The spec of a Pod that a template makes, from one with its defaults: requests and host ports are the Pod's alone. */
export function madePodSpec(template: PodSpec, version: KubernetesVersion): PodSpec {
  return withHostPorts(withDefaultedResources(template, version));
}

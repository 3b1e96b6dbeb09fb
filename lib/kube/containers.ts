import type { Container, EphemeralContainer } from './api/container';
import type { PodSpec } from './api/pod';
import { FieldPath } from './field-path';

/**
 * What a container is for, as the kubelet sees it: `init` runs to its end before the Pod starts, `sidecar` is an init
 * container with `restartPolicy: Always`, `app` is a regular container, `ephemeral` is added to a running Pod.
 */
export type ContainerRole = 'init' | 'sidecar' | 'app' | 'ephemeral';

/** A container with its role and its place in the object. */
export interface PlacedContainer {
  readonly container: Container | EphemeralContainer;
  readonly role: ContainerRole;
  readonly path: FieldPath;
}

/** Every container of a Pod in the API server's order: init containers and sidecars, regular, ephemeral. */
export function containersOf(spec: PodSpec, path: FieldPath = FieldPath.of('spec')): PlacedContainer[] {
  const place = (field: 'initContainers' | 'containers' | 'ephemeralContainers', role: ContainerRole) =>
    (spec[field] ?? []).map((container, position): PlacedContainer => ({
      container,
      role: field === 'initContainers' && container.restartPolicy === 'Always' ? 'sidecar' : role,
      path: path.child(field).index(position),
    }));
  return [
    ...place('initContainers', 'init'),
    ...place('containers', 'app'),
    ...place('ephemeralContainers', 'ephemeral'),
  ];
}

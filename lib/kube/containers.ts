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
export function containersOf(spec: Partial<PodSpec>, path: FieldPath = FieldPath.of('spec')): PlacedContainer[] {
  const placed: PlacedContainer[] = [];
  const place = (
    containers: readonly (Container | EphemeralContainer)[],
    field: keyof PodSpec,
    otherwise: ContainerRole,
  ) => {
    const list = path.child(field);
    containers.forEach((container, position) => {
      const isSidecar = otherwise === 'init' && container.restartPolicy === 'Always';
      placed.push({ container, role: isSidecar ? 'sidecar' : otherwise, path: list.index(position) });
    });
  };
  if (spec.initContainers != null) place(spec.initContainers, 'initContainers', 'init');
  if (spec.containers != null) place(spec.containers, 'containers', 'app');
  if (spec.ephemeralContainers != null) place(spec.ephemeralContainers, 'ephemeralContainers', 'ephemeral');
  return placed;
}

import { FieldPath } from '../kube/field-path';
import { atLeast } from '../kube/version';
import type { KubernetesVersion } from '../kube/version';
import type { ContainerModel } from './model';

/** A container of the model, and where it stands in the rendered Pod template. */
export interface Placed {
  readonly model: ContainerModel;
  readonly path: FieldPath;
  /** Renders as an init container with `restartPolicy: Always`. */
  readonly native: boolean;
}

/** Gives every container its place: a sidecar is native where the target version knows such, and no reason is against it. */
export function placeContainers(containers: readonly ContainerModel[], target: KubernetesVersion): readonly Placed[] {
  const counts = { initContainers: 0, containers: 0 };
  return containers.map((entry) => {
    const native = entry.role === 'sidecar' && entry.legacy === undefined && atLeast(target, '1.29');
    const field = native || entry.role === 'init' ? 'initContainers' : 'containers';
    const path = FieldPath.of('spec').child(field).index(counts[field]);
    counts[field] += 1;
    return { model: entry, path, native };
  });
}

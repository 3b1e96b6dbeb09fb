import type { Container } from '../../api/container';
import type { PodSpec } from '../../api/pod';
import { containersOf, type PlacedContainer } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import type { KubernetesVersion } from '../../version';
import { isOn } from '../gates';

const SEE = 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking';

/**
 * One port that two containers listen on while both run: they share the Pod's network, so that the second fails to
 * start. Regular containers and sidecars run together; an init container that runs to its end meets only the sidecars
 * started before it.
 */
export function validatePortsBound(
  problems: ProblemList,
  spec: PodSpec,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const staying = new Map<string, string>();
  for (const placed of startOrder(spec, path)) {
    const stays = placed.role === 'app' || (placed.role === 'sidecar' && isOn('sidecarContainers', version));
    for (const { port, at } of boundPorts(placed)) {
      const holder = staying.get(port);
      if (holder !== undefined) {
        const detail = `container ${holder} already listens there, and both share the network of the Pod`;
        problems.duplicate('port-already-bound', at, port, detail, { ours: true, see: SEE });
      }
    }
    if (!stays) continue;
    for (const { port } of boundPorts(placed)) staying.set(port, staying.get(port) ?? nameOf(placed.container));
  }
}

/** Containers as they start; those added to a running Pod cannot have ports. */
function startOrder(spec: PodSpec, path: FieldPath): PlacedContainer[] {
  return containersOf(spec, path).filter(({ role }) => role !== 'ephemeral');
}

function boundPorts({ container, path }: PlacedContainer): { readonly port: string; readonly at: FieldPath }[] {
  return (container.ports ?? []).map(({ containerPort, protocol }, position) => ({
    port: `${containerPort}/${protocol || 'TCP'}`,
    at: path.child('ports').index(position).child('containerPort'),
  }));
}

function nameOf({ name }: Container): string {
  return JSON.stringify(name);
}

import type { PlacedContainer } from '../../containers';
import type { ProblemList } from '../../problem-list';
import type { KubernetesVersion } from '../../version';
import { isOn } from '../gates';

const SEE = 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking';

/**
 * One port that two containers listen on while both run: they share the Pod's network, so that the second fails to
 * start. Regular containers and sidecars run together; an init container that runs to its end meets only the sidecars
 * started before it. Containers added to a running Pod cannot have ports.
 *
 * @param containers - In the order in which they start.
 */
export function validatePortsBound(
  problems: ProblemList,
  containers: readonly PlacedContainer[],
  version: KubernetesVersion,
): void {
  const staying = new Map<string, string>();
  for (const { container, role, path } of containers) {
    if (role === 'ephemeral' || container.ports == null) continue;
    const bound = container.ports.map(({ containerPort, protocol }) => `${containerPort}/${protocol || 'TCP'}`);
    bound.forEach((port, position) => {
      const holder = staying.get(port);
      if (holder === undefined) return;
      const detail = `container ${JSON.stringify(holder)} already listens there, and both share the network of the Pod`;
      const at = path.child('ports').index(position).child('containerPort');
      problems.duplicate('port-already-bound', at, port, detail, { ours: true, see: SEE });
    });
    const stays = role === 'app' || (role === 'sidecar' && isOn('sidecarContainers', version));
    if (!stays) continue;
    for (const port of bound) staying.set(port, staying.get(port) ?? container.name);
  }
}

import type { PodSpec } from '../../kube/api/pod';
import { containersOf } from '../../kube/containers';
import type { ProblemList } from '../../kube/problem-list';

/** A port name leads a Service to one container: the API server takes the first it finds, whichever that is. */
export function requireUniquePortNames(spec: PodSpec, list: ProblemList): void {
  const taken = new Map<string, string>();
  const running = containersOf(spec).filter(({ role }) => role === 'app' || role === 'sidecar');
  for (const { container, path } of running) {
    for (const [position, { name = '' }] of (container.ports ?? []).entries()) {
      const owner = taken.get(name);
      if (name === '') continue;
      if (owner === undefined) taken.set(name, container.name);
      else if (owner !== container.name) {
        const detail = `container "${owner}" has a port of this name: a Service could lead to either`;
        const field = path.child('ports').index(position).child('name');
        list.duplicate('duplicate-port-name', field, name, detail, { ours: true });
      }
    }
  }
}

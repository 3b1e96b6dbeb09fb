import type { PlacedContainer } from '../../kube/containers';
import type { ProblemList } from '../../kube/problem-list';

/** A port name leads a Service to one container: the API server takes the first it finds, whichever that is. */
export function requireUniquePortNames(containers: readonly PlacedContainer[], list: ProblemList): void {
  const taken = new Map<string, string>();
  for (const { container, role, path } of containers) {
    if (role !== 'app' && role !== 'sidecar') continue;
    container.ports?.forEach(({ name = '' }, position) => {
      if (name === '') return;
      const owner = taken.get(name);
      if (owner === undefined) taken.set(name, container.name);
      else if (owner !== container.name) {
        const detail = `container "${owner}" has a port of this name: a Service could lead to either`;
        const field = path.child('ports').index(position).child('name');
        list.duplicate('duplicate-port-name', field, name, detail, { ours: true });
      }
    });
  }
}

import type { PodSecurityCheck } from '../check';
import { named, namesOf, plural, sorted } from '../phrases';

/** A container must not take a port of its node. */
export const hostPorts: PodSecurityCheck = {
  id: 'hostPorts',
  level: 'baseline',
  judge: ({ containers }) => {
    const taken = containers.flatMap((placed) =>
      [...(placed.container.ports ?? []).entries()]
        .filter(([, port]) => (port.hostPort ?? 0) !== 0)
        .map(([position, port]) => ({ placed, position, hostPort: String(port.hostPort) })),
    );
    if (taken.length === 0) return undefined;
    const bad = containers.filter((placed) => taken.some((each) => each.placed === placed));
    const ports = sorted(taken.map(({ hostPort }) => hostPort));
    return {
      reason: 'hostPort',
      detail: `${named('container', namesOf(bad))} ${bad.length === 1 ? 'uses' : 'use'} ${plural('hostPort', ports.length)} ${ports.join(', ')}`,
      places: taken.map(({ placed, position }) => ({
        path: placed.path.child('ports').index(position).child('hostPort').toString(),
        container: placed.container.name,
      })),
    };
  },
};

import type { PlacedContainer } from '../../containers';
import type { PodSecurityCheck } from '../check';
import { named, namesOf, plural, sorted } from '../phrases';

/** A container must not take a port of its node. */
export const hostPorts: PodSecurityCheck = {
  id: 'hostPorts',
  level: 'baseline',
  judge: ({ containers }) => {
    const taken: TakenPort[] = [];
    for (const placed of containers) {
      placed.container.ports?.forEach(({ hostPort = 0 }, position) => {
        if (hostPort !== 0) taken.push({ placed, position, hostPort: String(hostPort) });
      });
    }
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

interface TakenPort {
  readonly placed: PlacedContainer;
  readonly position: number;
  readonly hostPort: string;
}

import type { PodSpec } from '../../kube/api/pod';
import { containersOf } from '../../kube/containers';
import type { ProblemList } from '../../kube/problem-list';
import type { Said } from './said';

/** Every container says what it needs and what it may take, or the whole Pod does. */
export function requireResources(spec: PodSpec, said: Said, list: ProblemList): void {
  for (const { container, role, path } of containersOf(spec)) {
    if (role === 'ephemeral') continue;
    for (const [kind, name, why] of NEEDED) {
      const field = path.child('resources').child(kind).child(name);
      const given = container.resources?.[kind]?.[name] ?? spec.resources?.[kind]?.[name];
      if (given !== undefined || said.excuses(field.toString())) continue;
      list.required('resources-required', field, `${why}; give it, or leave it out with without(why)`, { ours: true });
    }
  }
}

const NEEDED = [
  ['requests', 'cpu', 'without it the scheduler plans with nothing and the container starves first'],
  ['requests', 'memory', 'without it the scheduler overfills the node'],
  ['limits', 'memory', 'without it one leak takes the node down'],
] as const;

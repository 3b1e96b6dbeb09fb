import type { PodSpec } from '../../kube/api/pod';
import type { Quantity } from '../../kube/api/scalars';
import type { PlacedContainer } from '../../kube/containers';
import type { FieldPath } from '../../kube/field-path';
import type { ProblemList } from '../../kube/problem-list';
import { parseQuantity, printBytes, tryQuantity } from '../../kube/quantity';
import type { Said } from './said';

/** Every container says what it needs and what it may take, or the whole Pod does. */
export function requireResources(
  spec: PodSpec,
  containers: readonly PlacedContainer[],
  said: Said,
  list: ProblemList,
): void {
  for (const { container, role, path } of containers) {
    if (role === 'ephemeral') continue;
    for (const [kind, name, why] of NEEDED) {
      const given = container.resources?.[kind]?.[name] ?? spec.resources?.[kind]?.[name];
      if (given !== undefined && (name !== 'memory' || !isTooSmall(given))) continue;
      const field = path.child('resources').child(kind).child(name);
      if (said.excuses(field.toString())) continue;
      if (given !== undefined) refuseTooSmall(given, field, list);
      else list.required('resources-required', field, `${why}; ${WAYS_OUT}`, { ours: true });
    }
  }
}

const WAYS_OUT = 'give it, or leave it out with without(why)';

/** No container starts in less, so a smaller amount lacks its suffix: `512` is bytes. */
const LEAST = parseQuantity('1Mi');
const BYTE = parseQuantity('1');

/** Less than a byte is refused by the judge, and nothing is a way to ask for none. */
function isTooSmall(given: Quantity): boolean {
  const amount = tryQuantity(given);
  return amount !== undefined && amount.compare(LEAST) < 0 && amount.compare(BYTE) >= 0;
}

function refuseTooSmall(given: Quantity, field: FieldPath, list: ProblemList): void {
  const detail = `is ${printBytes(parseQuantity(given))}, in which no container starts; write a binary suffix, as in "512Mi"`;
  list.invalid('memory-too-small', field, given, detail, { ours: true });
}

const NEEDED = [
  ['requests', 'cpu', 'without it the scheduler plans with nothing and the container starves first'],
  ['requests', 'memory', 'without it the scheduler overfills the node'],
  ['limits', 'memory', 'without it one leak takes the node down'],
] as const;

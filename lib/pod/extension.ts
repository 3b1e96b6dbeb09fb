import { FieldPath } from '../kube/field-path';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import type { ContainerBase } from './container';
import { unknownContainer } from './model';
import type { ContainerModel, PodModel } from './model';
import { isRecord } from '../kube/is-record';
import { takeIn } from './plain';
import { toApiContainer } from './to-api';

/** What a pattern may add to a container that the Pod has already. */
export type ContainerExtension<VolumeName extends string> = Pick<
  ContainerBase<VolumeName>,
  'env' | 'envFrom' | 'volumeMounts'
>;

/** The model with variables and mounts added to one of its containers; nothing that stands there is replaced. */
export function withExtension(model: PodModel, container: string, extension: object): PodModel {
  if (!model.containers.some(({ name }) => name === container)) {
    const unknown = unknownContainer(model, container, 'variables or mounts are to be added to', 'spec.containers');
    return { ...model, problems: [...model.problems, unknown] };
  }
  const containers = model.containers.map((entry) => (entry.name === container ? extended(entry, extension) : entry));
  return { ...model, containers };
}

function extended(entry: ContainerModel, extension: object): ContainerModel {
  const list = new ProblemList();
  const { value, problems } = takeIn(toApiContainer(entry.name, extension as Fields, list), FieldPath.root);
  const { env, envFrom, volumeMounts } = value;
  const refused: Problem[] = [];
  const container = {
    ...entry.container,
    ...merged(entry.container, 'env', env, 'name', refused),
    ...merged(entry.container, 'envFrom', envFrom, undefined, refused),
    ...merged(entry.container, 'volumeMounts', volumeMounts, 'mountPath', refused),
  };
  return { ...entry, container, problems: [...entry.problems, ...list.problems, ...problems, ...refused] };
}

type Fields = Readonly<Record<string, unknown>>;

/** A list with what is added behind it; an entry that stands there already in the same words is not added again. */
function merged(container: Fields, field: string, added: unknown, key: string | undefined, refused: Problem[]): Fields {
  if (!Array.isArray(added)) return {};
  const stands = container[field];
  const before = Array.isArray(stands) ? (stands as readonly unknown[]) : [];
  const fresh = (added as readonly unknown[]).filter((entry) => {
    const same = key === undefined ? undefined : before.find((other) => keyOf(other, key) === keyOf(entry, key));
    if (same === undefined) return true;
    if (JSON.stringify(same) !== JSON.stringify(entry))
      refused.push(conflict(field, before.indexOf(same), same, entry));
    return false;
  });
  return { [field]: [...before, ...fresh] };
}

function keyOf(entry: unknown, key: string): unknown {
  return isRecord(entry) ? entry[key] : undefined;
}

function conflict(field: string, position: number, stands: unknown, added: unknown): Problem {
  const [code, what] = field === 'env' ? ['conflicting-variable', 'variable'] : ['conflicting-mount', 'mount'];
  const detail = `this ${what} stands here already as ${JSON.stringify(stands)}: leave it to the pattern, or name another`;
  const path = FieldPath.of(field).index(position).toString();
  return { code, path, type: 'Duplicate', value: added, detail, ours: true };
}

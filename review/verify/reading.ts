import { fieldOf, listOf, textOf, type Entity } from '../entity';

/** Something that is so, is not so or is not known, as a controller or the kubelet says it. */
export interface LiveCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** Who an object says that it belongs to. */
export interface OwnerReference {
  readonly kind: string;
  readonly name: string;
}

/** A value that should be a whole number; 0 where it is none, since the API server leaves out what is 0. */
export function numberOf(value: unknown): number {
  return tryNumberOf(value) ?? 0;
}

/** A value that should be a whole number; undefined where it is none. */
export function tryNumberOf(value: unknown): number | undefined {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? Math.trunc(value) : undefined;
}

/** A field that is a text, under a name; nothing where it is none or empty. */
export function textField<Name extends string>(
  name: Name,
  value: unknown,
): { readonly [Each in Name]?: string } | undefined {
  const text = textOf(value);
  // The one name that there is.
  return text === '' ? undefined : ({ [name]: text } as { readonly [Each in Name]: string });
}

/** The conditions of an object's status. */
export function conditionsOf(entity: Entity): readonly LiveCondition[] {
  return listOf(entity.read('status', 'conditions')).map((condition) => ({
    type: textOf(fieldOf(condition, 'type')),
    status: textOf(fieldOf(condition, 'status')),
    ...textField('reason', fieldOf(condition, 'reason')),
    ...textField('message', fieldOf(condition, 'message')),
  }));
}

/** The condition of a type; undefined where nobody has said anything of it. */
export function conditionOf(conditions: readonly LiveCondition[], type: string): LiveCondition | undefined {
  return conditions.find((condition) => condition.type === type);
}

/** The owner that controls an object; undefined where it stands for itself. */
export function controllerOf(entity: Entity): OwnerReference | undefined {
  const references = listOf(entity.read('metadata', 'ownerReferences'));
  const reference = references.find((each) => fieldOf(each, 'controller') === true) ?? references[0];
  const kind = textOf(fieldOf(reference, 'kind'));
  return kind === '' ? undefined : { kind, name: textOf(fieldOf(reference, 'name')) };
}

/** The namespace of an object, on either side: what says none goes into `default`, and so counts what has none. */
export function namespaceOf({ identity }: Entity): string {
  return identity.namespace ?? 'default';
}

import { isAtOrBelow } from '../../lib/kube/field-path';
import type { Entity } from '../entity';
import type { Landscape } from '../landscape';
import { code } from '../report/words';
import type { Workload } from '../workload';
import type { FieldChange } from './field-changes';

/** An object in its two versions, as consequences are drawn from it. */
export interface Change {
  readonly before?: Entity;
  readonly after?: Entity;
  /** The fields that mean something else than before, with what the API server fills in. */
  readonly fields: readonly FieldChange[];
  readonly landscapes: { readonly before: Landscape; readonly after: Landscape };
}

/** A workload that is there before and afterwards. */
export interface WorkloadChange extends Change {
  readonly before: Entity;
  readonly after: Entity;
  readonly was: Workload;
  readonly is: Workload;
}

/** The changed fields at, or below, one of the fields given. */
export function changesWithin(
  { fields }: Pick<Change, 'fields'>,
  ...places: readonly string[]
): readonly FieldChange[] {
  return fields.filter(({ path }) => places.some((place) => isAtOrBelow(path, place)));
}

/** The beginning of a sentence about the Pods of an object: `Pods of Deployment shop/api run`, `Pod shop/api runs`. */
export function podsDo({ identity, title }: Entity, many: string, one: string): string {
  return identity.kind === 'Pod' ? `${title} ${one}` : `Pods of ${title} ${many}`;
}

/** A value as a sentence shows it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

import type { FieldPath } from '../../lib/kube/field-path';
import type { Entity } from '../entity';
import type { ReviewedContainer, Workload } from '../workload';

/** Whether somebody said beside a container why it is there; what it is for alone is no reason. */
export function hasReason({ path }: ReviewedContainer, { entity }: Workload): boolean {
  const at = path.toString();
  return entity.remarksWithin(at).some((remark) => remark.path === at && remark.kind !== 'role');
}

/** Whether somebody said why a field is as it is: beside the field, above it, or beside a part of it. */
export function isExplained({ entity }: { readonly entity: Entity }, path: FieldPath): boolean {
  const at = path.toString();
  return [...entity.remarksOn(at), ...entity.remarksWithin(at)].some(({ kind }) => kind !== 'role');
}

import type { ReviewedContainer, Workload } from '../workload';

/** Whether somebody said beside a container why it is there; what it is for alone is no reason. */
export function hasReason({ path }: ReviewedContainer, { entity }: Workload): boolean {
  const at = path.toString();
  return entity.remarksWithin(at).some((remark) => remark.path === at && remark.kind !== 'role');
}

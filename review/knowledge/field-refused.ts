import type { FieldPath } from '../../lib/kube/field-path';
import { judge } from '../../lib/kube/judge';
import type { Entity } from '../entity';
import type { Landscape } from '../landscape';

/** Whether an object is refused for what stands in a field: the judgement says why, and a rule has nothing to add. */
export function isFieldRefused({ object }: Entity, path: FieldPath, { target }: Landscape): boolean {
  const place = path.toString();
  return judge(object, { target, thorough: true, warnings: false }).problems.some((problem) => problem.path === place);
}

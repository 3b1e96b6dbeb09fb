import type { EnvVar } from '../../api/env';
import type { PodSpec } from '../../api/pod';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import { placedContainers } from '../pod-scope';

/** Variables that hide an earlier one of the same name without building on it. */
export function warnOfEnv(warnings: ProblemList, spec: Partial<PodSpec>, path: FieldPath): void {
  for (const { container, path: at } of placedContainers({ spec }, path)) {
    const seen = new Set<string>();
    (container.env ?? []).forEach((variable, position) => {
      if (seen.has(variable.name) && !extendsEarlier(variable)) {
        const detail = 'hides the variable of this name above it, and may drop it when the object is applied';
        warnings.duplicate('repeated-variable', at.child('env').index(position), variable.name, detail);
      }
      seen.add(variable.name);
    });
  }
}

/** `X=$(X)/more` makes use of the value before; `X=$(X)` alone does not. */
function extendsEarlier({ name, value = '', valueFrom }: EnvVar): boolean {
  const reference = `$(${name})`;
  return valueFrom == null && value !== reference && value.includes(reference);
}

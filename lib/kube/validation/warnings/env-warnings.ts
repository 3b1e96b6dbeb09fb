import type { EnvVar } from '../../api/env';
import type { PlacedContainer } from '../../containers';
import type { ProblemList } from '../../problem-list';

/** Variables that hide an earlier one of the same name without building on it. */
export function warnOfEnv(warnings: ProblemList, containers: readonly PlacedContainer[]): void {
  for (const { container, path: at } of containers) {
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

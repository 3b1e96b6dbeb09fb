import type { PodSpec } from '../../api/pod';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';

/** Entries that stand twice or say nothing, and a grace period that cannot be. */
export function warnOfLists(warnings: ProblemList, spec: Partial<PodSpec>, path: FieldPath): void {
  const aliases = (spec.hostAliases ?? []).map(({ ip }) => ip);
  warnOfRepeats(warnings, aliases, path.child('hostAliases'), 'ip');
  const secrets = (spec.imagePullSecrets ?? []).map(({ name }) => name ?? '');
  warnOfRepeats(warnings, secrets, path.child('imagePullSecrets'), 'name');
  secrets.forEach((name, position) => {
    if (name !== '') return;
    const at = path.child('imagePullSecrets').index(position).child('name');
    warnings.invalid('empty-pull-secret', at, name, 'an empty name refers to no Secret');
  });
  const grace = spec.terminationGracePeriodSeconds;
  if (grace == null || grace >= 0) return;
  const detail = 'a negative grace period is taken as 1 second';
  warnings.invalid('negative-grace-period', path.child('terminationGracePeriodSeconds'), grace, detail);
}

function warnOfRepeats(warnings: ProblemList, values: readonly string[], path: FieldPath, field: string): void {
  const seen = new Set<string>();
  values.forEach((value, position) => {
    if (seen.has(value)) {
      warnings.duplicate('repeated-entry', path.index(position).child(field), value, 'stands in the list already');
    }
    seen.add(value);
  });
}

import type { PodSpec } from '../../api/pod';
import type { PlacedContainer } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import { APPARMOR_OF_CONTAINER, SECCOMP_OF_CONTAINER, SECCOMP_OF_POD } from '../old-annotations';

/** Annotations that once did something, with the field that does it now. */
const REPLACED: readonly (readonly [annotation: string, field: string])[] = [
  ['scheduler.alpha.kubernetes.io/critical-pod', 'priorityClassName'],
  ['security.alpha.kubernetes.io/sysctls', 'sysctls'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', 'sysctls'],
];

/** Annotations that fields have replaced. */
export function warnOfAnnotations(
  warnings: ProblemList,
  spec: Partial<PodSpec>,
  containers: readonly PlacedContainer[],
  annotations: Readonly<Record<string, string>> = {},
  path: FieldPath,
): void {
  if (Object.keys(annotations).length === 0) return;
  const at = path.child('metadata').child('annotations');
  const warn = (annotation: string, field: string) => {
    if (!Object.hasOwn(annotations, annotation)) return;
    warnings.invalid('deprecated-annotation', at.key(annotation), annotations[annotation], `use ${field} instead`);
  };
  for (const [annotation, field] of REPLACED) warn(annotation, field);
  if (spec.securityContext?.seccompProfile == null) warn(SECCOMP_OF_POD, 'seccompProfile');
  for (const { container } of containers) {
    const own = container.securityContext;
    if (own?.seccompProfile == null) warn(SECCOMP_OF_CONTAINER + container.name, 'seccompProfile');
    const hasAppArmor = own?.appArmorProfile != null || spec.securityContext?.appArmorProfile != null;
    if (!hasAppArmor) warn(APPARMOR_OF_CONTAINER + container.name, 'appArmorProfile');
  }
}

import type { PodSpec } from '../../api/pod';
import type { PlacedContainer } from '../../containers';
import type { FieldPath } from '../../field-path';
import type { ProblemList } from '../../problem-list';
import { APPARMOR_OF_CONTAINER, appArmorProfileOf, SECCOMP_OF_CONTAINER, SECCOMP_OF_POD } from '../old-annotations';
import type { PodContext } from '../pod-scope';

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
  { holder, metadata }: Pick<PodContext, 'holder' | 'metadata'>,
  path: FieldPath,
): void {
  const annotations = metadata?.annotations ?? {};
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
    if (own?.appArmorProfile != null) continue;
    const annotation = APPARMOR_OF_CONTAINER + container.name;
    if (!isCovered(annotations[annotation] ?? '', spec, holder)) warn(annotation, 'appArmorProfile');
  }
}

/**
 * Whether the Pod's own AppArmor profile stands for the annotation of a container: in a template any does, in a bare Pod
 * the one that the annotation names.
 */
function isCovered(annotation: string, spec: Partial<PodSpec>, holder: PodContext['holder']): boolean {
  const ofPod = spec.securityContext?.appArmorProfile;
  if (holder === 'template') return ofPod != null;
  if (spec.os?.name === 'windows') return true;
  const named = appArmorProfileOf(annotation);
  return named !== undefined && named.type === ofPod?.type && named.localhostProfile === ofPod.localhostProfile;
}

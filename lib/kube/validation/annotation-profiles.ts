import type { AppArmorProfile, SeccompProfile } from '../api/security';
import type { FieldPath } from '../field-path';
import { placedContainers, type PodScope } from './pod-scope';

/** The annotation that once named the seccomp profile of the Pod. */
export const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';

/** The beginning of the annotations that once named the seccomp profile of a container. */
export const SECCOMP_OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

/** The beginning of the annotations that named the AppArmor profile of a container before Kubernetes 1.30. */
export const APPARMOR_OF_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';

/** Profiles said twice, as a field and as an annotation from before the field: both must say the same. */
export function validateAnnotationProfiles(scope: PodScope, path: FieldPath): void {
  const { spec, metadata } = scope;
  const annotations = metadata?.annotations;
  if (annotations == null) return;
  const ofPod = spec.securityContext;
  const at = path.child('securityContext').child('seccompProfile');
  checkSame(scope, ofPod?.seccompProfile, annotations[SECCOMP_OF_POD], at, SECCOMP_WORDS);
  for (const { container, path: place } of placedContainers(scope, path)) {
    const own = container.securityContext;
    const seccomp = annotations[SECCOMP_OF_CONTAINER + container.name];
    const appArmor = annotations[APPARMOR_OF_CONTAINER + container.name];
    const ownPath = place.child('securityContext');
    checkSame(scope, own?.seccompProfile, seccomp, ownPath.child('seccompProfile'), SECCOMP_WORDS);
    if (spec.os?.name === 'windows') continue;
    const profile = own?.appArmorProfile ?? ofPod?.appArmorProfile;
    checkSame(scope, profile, appArmor, ownPath.child('appArmorProfile'), APPARMOR_WORDS);
  }
}

/** What an annotation calls the types of a profile that need no file. */
type Words = ReadonlyMap<string, readonly string[]>;

const APPARMOR_WORDS: Words = new Map([
  ['Unconfined', ['unconfined']],
  ['RuntimeDefault', ['runtime/default']],
]);
const SECCOMP_WORDS: Words = new Map([...APPARMOR_WORDS, ['RuntimeDefault', ['runtime/default', 'docker/default']]]);

function checkSame(
  { problems }: PodScope,
  profile: AppArmorProfile | SeccompProfile | undefined,
  annotation: string | undefined,
  path: FieldPath,
  words: Words,
): void {
  if (profile == null || annotation == null) return;
  const detail = `must say what the annotation of old says, ${annotation}: remove the annotation`;
  if (profile.type !== 'Localhost') {
    if (words.get(profile.type)?.includes(annotation) === false) {
      problems.forbidden('profile-annotation', path.child('type'), detail);
    }
  } else if (!annotation.startsWith('localhost/')) {
    problems.forbidden('profile-annotation', path.child('type'), detail);
  } else if (annotation !== `localhost/${profile.localhostProfile ?? ''}`) {
    problems.forbidden('profile-annotation', path.child('localhostProfile'), detail);
  }
}

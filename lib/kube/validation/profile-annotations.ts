import type { ObjectMeta } from '../api/meta';
import type { PodSpec } from '../api/pod';
import type { SeccompProfile } from '../api/security';
import { containersOf } from '../containers';
import type { FieldPath } from '../field-path';
import type { ProblemList } from '../problem-list';
import { APPARMOR_OF_CONTAINER, hasKeyBelow, SECCOMP_OF_CONTAINER, SECCOMP_OF_POD } from './old-annotations';
import { hasBackstep } from './path-checks';

/** Judges seccomp and AppArmor profiles that are named by annotation, which fields replaced. */
export function validateProfileAnnotations(
  problems: ProblemList,
  annotations: Readonly<Record<string, string>>,
  spec: Partial<PodSpec>,
  path: FieldPath,
): void {
  for (const [key, profile] of Object.entries(annotations)) {
    if (key === SECCOMP_OF_POD || key.startsWith(SECCOMP_OF_CONTAINER)) {
      if (!isSeccompProfile(profile)) {
        const detail = 'must be runtime/default, docker/default, unconfined or localhost/ and a path';
        problems.invalid('seccomp-annotation', path.child(key), profile, detail);
      }
    } else if (key.startsWith(APPARMOR_OF_CONTAINER)) {
      const name = key.slice(APPARMOR_OF_CONTAINER.length);
      if (!containersOf(spec).some(({ container }) => container.name === name)) {
        problems.invalid('apparmor-annotation', path.key(key), name, 'must end with the name of a container');
      }
      if (!['', 'runtime/default', 'unconfined'].includes(profile) && !profile.startsWith('localhost/')) {
        const detail = 'must be runtime/default, unconfined or localhost/ and a name';
        problems.invalid('apparmor-annotation', path.key(key), profile, detail);
      }
    }
  }
}

/** Judges that a seccomp profile is the same where it is named by annotation and by field. */
export function validateSeccompMatch(
  problems: ProblemList,
  metadata: ObjectMeta | undefined,
  spec: Partial<PodSpec>,
  path: FieldPath,
): void {
  const annotations = metadata?.annotations ?? {};
  const compare = (annotation: string | undefined, profile: SeccompProfile | undefined, place: FieldPath) => {
    if (annotation === undefined || profile === undefined) return;
    const field = mismatch(annotation, profile);
    if (field === undefined) return;
    const detail = 'the annotation names another profile; leave the annotation out';
    problems.forbidden(
      'seccomp-annotation',
      place.child('securityContext').child('seccompProfile').child(field),
      detail,
    );
  };
  compare(annotations[SECCOMP_OF_POD], spec.securityContext?.seccompProfile, path);
  if (!hasKeyBelow(annotations, SECCOMP_OF_CONTAINER)) return;
  for (const { container, path: place } of containersOf(spec, path)) {
    const annotation = annotations[`${SECCOMP_OF_CONTAINER}${container.name}`];
    compare(annotation, container.securityContext?.seccompProfile, place);
  }
}

function mismatch(annotation: string, { type, localhostProfile }: SeccompProfile): string | undefined {
  switch (type) {
    case 'Unconfined':
      return annotation === 'unconfined' ? undefined : 'type';
    case 'RuntimeDefault':
      return annotation === 'runtime/default' || annotation === 'docker/default' ? undefined : 'type';
    case 'Localhost':
      if (!annotation.startsWith('localhost/')) return 'type';
      return annotation === `localhost/${localhostProfile ?? ''}` ? undefined : 'localhostProfile';
    default:
      return undefined;
  }
}

function isSeccompProfile(profile: string): boolean {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return true;
  if (!profile.startsWith('localhost/')) return false;
  const path = profile.slice('localhost/'.length);
  return !path.startsWith('/') && !hasBackstep(path);
}

import type { AppArmorProfile } from '../api/security';
import { utf8Length } from '../names';
import { LONGEST_PROFILE } from './profiles';

/** The annotation that once named the seccomp profile of the Pod. */
export const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';

/** The beginning of the annotations that once named the seccomp profile of a container. */
export const SECCOMP_OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

/** The beginning of the annotations that named the AppArmor profile of a container before Kubernetes 1.30. */
export const APPARMOR_OF_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';

/** Whether some annotation begins so. */
export function hasKeyBelow(annotations: Readonly<Record<string, string>>, beginning: string): boolean {
  return Object.keys(annotations).some((key) => key.startsWith(beginning));
}

/** The AppArmor profile that an annotation names, as its field would; undefined where the field could not be so. */
export function appArmorProfileOf(annotation: string): AppArmorProfile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  const localhostProfile = annotation.startsWith(ON_NODE) ? annotation.slice(ON_NODE.length) : '';
  if (localhostProfile === '' || localhostProfile.trim() !== localhostProfile) return undefined;
  return utf8Length(localhostProfile) > LONGEST_PROFILE ? undefined : { type: 'Localhost', localhostProfile };
}

const ON_NODE = 'localhost/';

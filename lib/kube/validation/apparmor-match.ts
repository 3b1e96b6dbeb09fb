import type { AppArmorProfile } from '../api/security';
import { APPARMOR_OF_CONTAINER, appArmorProfileOf, hasKeyBelow } from './old-annotations';
import type { PodScope } from './pod-scope';

/**
 * An AppArmor profile said twice, as a field and as the annotation from before it: both must say the same. In a bare Pod
 * the server takes over the annotation of a container that has no field of its own, so that the Pod's field may differ.
 */
export function validateAppArmorMatch(scope: PodScope): void {
  const { problems, spec, placed, metadata, holder } = scope;
  const annotations = metadata?.annotations ?? {};
  if (spec.os?.name === 'windows' || !hasKeyBelow(annotations, APPARMOR_OF_CONTAINER)) return;
  for (const { container, path: at } of placed) {
    const own = container.securityContext?.appArmorProfile;
    const profile = own ?? spec.securityContext?.appArmorProfile;
    const annotation = annotations[APPARMOR_OF_CONTAINER + container.name];
    if (profile == null || annotation == null) continue;
    if (own == null && holder === 'pod' && appArmorProfileOf(annotation) !== undefined) continue;
    const field = mismatch(annotation, profile);
    if (field === undefined) continue;
    const detail = `must say what the annotation says, ${annotation}; leave the annotation out`;
    problems.forbidden(
      'apparmor-annotation',
      at.child('securityContext').child('appArmorProfile').child(field),
      detail,
    );
  }
}

function mismatch(annotation: string, { type, localhostProfile }: AppArmorProfile): string | undefined {
  switch (type) {
    case 'Unconfined':
      return annotation === 'unconfined' ? undefined : 'type';
    case 'RuntimeDefault':
      return annotation === 'runtime/default' ? undefined : 'type';
    case 'Localhost':
      if (!annotation.startsWith('localhost/')) return 'type';
      return annotation === `localhost/${localhostProfile ?? ''}` ? undefined : 'localhostProfile';
    default:
      return undefined;
  }
}

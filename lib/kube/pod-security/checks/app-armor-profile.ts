import type { AppArmorProfile } from '../../api/security';
import type { PodSecurityCheck } from '../check';
import { containerPlace, plural, podPlace, quoted, setters, sorted } from '../phrases';

/** The AppArmor profile of the runtime must not be switched off, by field or by the old annotation. */
export const appArmorProfile: PodSecurityCheck = {
  id: 'appArmorProfile',
  level: 'baseline',
  judge: (pod) => {
    const ofPod = pod.spec.securityContext?.appArmorProfile;
    const bad = pod.containers.filter(({ container }) => isForbidden(container.securityContext?.appArmorProfile));
    const annotations = Object.entries(pod.annotations).filter(
      ([key, value]) => key.startsWith(APP_ARMOR_ANNOTATION) && !isAllowedAnnotation(value),
    );
    const byPod = isForbidden(ofPod);
    if (!byPod && bad.length === 0 && annotations.length === 0) return undefined;
    const who = [setters(byPod, bad), annotations.length === 0 ? '' : plural('annotation', annotations.length)];
    const values = [
      ...sorted([
        ...(byPod ? [ofPod?.type ?? ''] : []),
        ...bad.map(({ container }) => container.securityContext?.appArmorProfile?.type ?? ''),
      ]),
      ...sorted(annotations.map(([key, value]) => `${key}=${JSON.stringify(value)}`)),
    ];
    return {
      reason: plural('forbidden AppArmor profile', values.length),
      detail: `${who.filter((part) => part !== '').join(' and ')} must not set AppArmor profile type to ${quoted(values)}`,
      places: [
        ...(byPod ? [podPlace(pod, 'appArmorProfile', 'type')] : []),
        ...bad.map((placed) => containerPlace(placed, 'appArmorProfile', 'type')),
        ...annotations.map(([key]) => ({
          path: pod.root.child('metadata').child('annotations').key(key).toString(),
          container: key.slice(APP_ARMOR_ANNOTATION.length),
        })),
      ],
    };
  },
};

/** The annotation of the AppArmor profile of a container, before its name. */
export const APP_ARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

function isForbidden(profile: AppArmorProfile | undefined): boolean {
  return profile !== undefined && profile.type !== 'RuntimeDefault' && profile.type !== 'Localhost';
}

function isAllowedAnnotation(value: string): boolean {
  return value === '' || value === 'runtime/default' || value.startsWith('localhost/');
}

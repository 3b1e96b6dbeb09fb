import type { SeccompProfile } from '../../api/security';
import type { PlacedContainer } from '../../containers';
import type { AdmittedPod, PodSecurityCheck, Violated } from '../check';
import { containerPlace, isForWindows, named, namesOf, podPlace, quoted, setters, sorted } from '../phrases';

/** Who names a seccomp profile may not switch the filter off. */
export const seccompProfile: PodSecurityCheck = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  judge: wrongProfiles,
};

/** Every container needs a seccomp profile, its own or the Pod's; Windows Pods are exempt from 1.25 on. */
export const seccompProfileRestricted: PodSecurityCheck = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  replaces: seccompProfile.id,
  judge: (pod) =>
    pod.minor >= 25 && isForWindows(pod.spec) ? undefined : (wrongProfiles(pod) ?? missingProfiles(pod)),
};

const REASON = 'seccompProfile';

function isAllowed({ type }: SeccompProfile): boolean {
  return type === 'RuntimeDefault' || type === 'Localhost';
}

function profileOf({ container }: PlacedContainer): SeccompProfile | undefined {
  return container.securityContext?.seccompProfile;
}

function wrongProfiles(pod: AdmittedPod): Violated | undefined {
  const ofPod = pod.spec.securityContext?.seccompProfile;
  const podIsWrong = ofPod !== undefined && !isAllowed(ofPod);
  const bad = pod.containers.filter((placed) => {
    const profile = profileOf(placed);
    return profile !== undefined && !isAllowed(profile);
  });
  if (!podIsWrong && bad.length === 0) return undefined;
  const types = sorted([...(podIsWrong ? [ofPod.type] : []), ...bad.map((placed) => profileOf(placed)?.type ?? '')]);
  return {
    reason: REASON,
    detail: `${setters(podIsWrong, bad)} must not set securityContext.seccompProfile.type to ${quoted(types)}`,
    places: [
      ...(podIsWrong ? [podPlace(pod, 'seccompProfile', 'type')] : []),
      ...bad.map((placed) => containerPlace(placed, 'seccompProfile', 'type')),
    ],
  };
}

function missingProfiles({ spec, containers }: AdmittedPod): Violated | undefined {
  const bad = spec.securityContext?.seccompProfile
    ? []
    : containers.filter((placed) => profileOf(placed) === undefined);
  if (bad.length === 0) return undefined;
  return {
    reason: REASON,
    detail: `pod or ${named('container', namesOf(bad))} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
    places: bad.map((placed) => containerPlace(placed, 'seccompProfile', 'type')),
  };
}

import type { PodSecurityCheck } from '../check';
import { containerPlace, hasOwnUsers, named, namesOf, podPlace, setters } from '../phrases';

/** No container may run as root, unless the Pod has its own users (from policy version 1.35 on). */
export const runAsNonRoot: PodSecurityCheck = {
  id: 'runAsNonRoot',
  level: 'restricted',
  judge: (pod) => {
    if (hasOwnUsers(pod)) return undefined;
    const ofPod = pod.spec.securityContext?.runAsNonRoot;
    const setOn = (value: boolean | undefined) =>
      pod.containers.filter(({ container }) => container.securityContext?.runAsNonRoot === value);
    const refusing = setOn(false);
    if (ofPod === false || refusing.length > 0) {
      return {
        reason: REASON,
        detail: `${setters(ofPod === false, refusing)} must not set securityContext.runAsNonRoot=false`,
        places: [
          ...(ofPod === false ? [podPlace(pod, 'runAsNonRoot')] : []),
          ...refusing.map((placed) => containerPlace(placed, 'runAsNonRoot')),
        ],
      };
    }
    const silent = ofPod === true ? [] : setOn(undefined);
    if (silent.length === 0) return undefined;
    return {
      reason: REASON,
      detail: `pod or ${named('container', namesOf(silent))} must set securityContext.runAsNonRoot=true`,
      places: silent.map((placed) => containerPlace(placed, 'runAsNonRoot')),
    };
  },
};

const REASON = 'runAsNonRoot != true';

import type { PodSecurityCheck } from '../check';
import { containerPlace, isForWindows, named, namesOf } from '../phrases';

/** Every container must say that it gains no privileges; Windows Pods are exempt from 1.25 on. */
export const allowPrivilegeEscalation: PodSecurityCheck = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  judge: (pod) => {
    if (pod.minor >= 25 && isForWindows(pod.spec)) return undefined;
    const bad = pod.containers.filter(({ container }) => container.securityContext?.allowPrivilegeEscalation !== false);
    if (bad.length === 0) return undefined;
    return {
      reason: 'allowPrivilegeEscalation != false',
      detail: `${named('container', namesOf(bad))} must set securityContext.allowPrivilegeEscalation=false`,
      places: bad.map((placed) => containerPlace(placed, 'allowPrivilegeEscalation')),
    };
  },
};

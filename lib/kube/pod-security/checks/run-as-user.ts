import type { PodSecurityCheck } from '../check';
import { containerPlace, hasOwnUsers, podPlace, setters } from '../phrases';

/** Nobody may ask for user 0, unless the Pod has its own users (from policy version 1.35 on). */
export const runAsUser: PodSecurityCheck = {
  id: 'runAsUser',
  level: 'restricted',
  judge: (pod) => {
    if (hasOwnUsers(pod)) return undefined;
    const byPod = pod.spec.securityContext?.runAsUser === 0;
    const bad = pod.containers.filter(({ container }) => container.securityContext?.runAsUser === 0);
    if (!byPod && bad.length === 0) return undefined;
    return {
      reason: 'runAsUser=0',
      detail: `${setters(byPod, bad)} must not set runAsUser=0`,
      places: [
        ...(byPod ? [podPlace(pod, 'runAsUser')] : []),
        ...bad.map((placed) => containerPlace(placed, 'runAsUser')),
      ],
    };
  },
};

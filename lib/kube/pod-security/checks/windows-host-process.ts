import type { PodSecurityCheck } from '../check';
import { containerPlace, podPlace, setters } from '../phrases';

/** Windows HostProcess containers run on the node itself. */
export const windowsHostProcess: PodSecurityCheck = {
  id: 'windowsHostProcess',
  level: 'baseline',
  judge: (pod) => {
    const byPod = pod.spec.securityContext?.windowsOptions?.hostProcess === true;
    const bad = pod.containers.filter(
      ({ container }) => container.securityContext?.windowsOptions?.hostProcess === true,
    );
    if (!byPod && bad.length === 0) return undefined;
    return {
      reason: 'hostProcess',
      detail: `${setters(byPod, bad)} must not set securityContext.windowsOptions.hostProcess=true`,
      places: [
        ...(byPod ? [podPlace(pod, 'windowsOptions', 'hostProcess')] : []),
        ...bad.map((placed) => containerPlace(placed, 'windowsOptions', 'hostProcess')),
      ],
    };
  },
};

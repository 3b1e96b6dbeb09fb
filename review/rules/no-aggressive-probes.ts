import { probesOf } from '../knowledge/probes';
import { isRunning } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** One late answer is no failure. */
export const noAggressiveProbes: ContainerRule = {
  id: 'no-aggressive-probes',
  about: 'container',
  severity: 'warning',
  title: 'Probes forgive a late answer',
  consequence:
    'One slow answer under load takes the Pod out of traffic or kills it, and the others get its share on top.',
  fix: 'Write `failureThreshold: 3`, and a `timeoutSeconds` well above the slowest good answer.',
  see: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes',
  *check(reviewed) {
    if (!isRunning(reviewed)) return;
    for (const { name, path, probe } of probesOf(reviewed)) {
      const { failureThreshold = 3, periodSeconds = 10, timeoutSeconds = 1 } = probe;
      if (name === 'startupProbe') continue;
      const isOnce = failureThreshold === 1 && timeoutSeconds < 5;
      const isShort = timeoutSeconds === 1 && periodSeconds * failureThreshold <= 2;
      if (!isOnce && !isShort) continue;
      const times = failureThreshold === 1 ? 'one answer that takes' : `${failureThreshold} answers that take`;
      const end = name === 'readinessProbe' ? 'takes the Pod out of traffic' : 'kills the container';
      yield { path, found: `The ${name} ${end} after ${times} more than ${timeoutSeconds} s.` };
    }
  },
};

import { secondsUntilFailure } from '../../lib/kube/lifecycle';
import { isRunning } from '../knowledge/role';
import type { ContainerRule } from '../rule';

/** Whoever is killed before it has booted never boots. */
export const noEarlyLiveness: ContainerRule = {
  id: 'no-early-liveness',
  about: 'container',
  severity: 'error',
  title: 'Liveness waits until the container has booted',
  consequence:
    'The container is killed while it boots, boots again, and is killed again: `CrashLoopBackOff` without an error of its own.',
  fix: 'Write a `startupProbe` whose `failureThreshold` times `periodSeconds` is longer than the slowest boot.',
  see: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#startup-probe',
  *check(reviewed) {
    const { livenessProbe, readinessProbe, startupProbe } = reviewed.container;
    if (!isRunning(reviewed) || livenessProbe === undefined || startupProbe !== undefined) return;
    const boot = readinessProbe?.initialDelaySeconds ?? 0;
    const kill = secondsUntilFailure(livenessProbe);
    if (boot === 0 || kill > boot) return;
    yield {
      path: reviewed.path.child('livenessProbe'),
      found: `Liveness may kill the container after ${kill} s, and readiness does not expect it to be up for ${boot} s.`,
    };
  },
};

import { secondsUntilFailure } from '../../lib/kube/lifecycle';
import type { ContainerRule, Fault } from '../rule';

/** A guess of the boot time is too long on good days and too short on bad ones. */
export const requireStartupProbe: ContainerRule = {
  id: 'require-startup-probe',
  about: 'container',
  severity: 'info',
  title: 'Slow starts have a startup probe',
  consequence:
    'Until the delay is over nobody notices a container that is stuck, and one that boots slower than that is killed for ever.',
  fix: 'Replace `initialDelaySeconds` by a `startupProbe` with the longest boot as its budget; liveness begins when it has succeeded.',
  see: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#startup-probe',
  *check({ container: { livenessProbe, readinessProbe, startupProbe }, path, role }): Iterable<Fault> {
    if (role !== 'app' || livenessProbe === undefined || startupProbe !== undefined) return;
    const { initialDelaySeconds = 0 } = livenessProbe;
    const kill = secondsUntilFailure(livenessProbe);
    if (kill <= (readinessProbe?.initialDelaySeconds ?? 0)) return;
    if (initialDelaySeconds >= LONG) {
      yield {
        path: path.child('startupProbe'),
        found: `Liveness waits ${initialDelaySeconds} s instead of a startup probe, and gives up after ${kill} s.`,
      };
    } else if (kill < SHORT) {
      yield {
        path: path.child('startupProbe'),
        severity: 'warning',
        found: `Without a startup probe a boot of more than ${kill} s is killed by liveness.`,
        consequence: 'On a node that is busy the boot takes longer, and the container is killed at every try.',
        fix: 'Write a `startupProbe` whose `failureThreshold` times `periodSeconds` is longer than the slowest boot.',
      };
    }
  },
};

/** So long is no boot that the author takes for quick, in seconds. */
const LONG = 30;
/** A node that is busy can delay any boot by so much, in seconds. */
const SHORT = 20;

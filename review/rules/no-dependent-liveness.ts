import { isRunning } from '../knowledge/role';
import { asksTheSame } from '../knowledge/probes';
import type { ContainerRule } from '../rule';

/** Nothing is mended by a restart when somebody else is down. */
export const noDependentLiveness: ContainerRule = {
  id: 'no-dependent-liveness',
  about: 'container',
  severity: 'warning',
  title: 'Liveness does not ask for dependencies',
  consequence:
    'When the database or another dependency is down, every replica is killed again and again, and none is there when it comes back.',
  fix: 'Let liveness ask for the process alone, as `/healthz/live`; what it depends on is a question for readiness.',
  see: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#liveness-probe',
  *check(reviewed) {
    const { livenessProbe, readinessProbe } = reviewed.container;
    const asked = livenessProbe?.httpGet?.path ?? '';
    if (!isRunning(reviewed) || livenessProbe === undefined || !ASKS_OTHERS.test(asked)) return;
    if (readinessProbe !== undefined && asksTheSame(livenessProbe, readinessProbe)) return;
    yield {
      path: reviewed.path.child('livenessProbe').child('httpGet').child('path'),
      found: `Liveness asks \`${asked}\`, which by its name answers for more than the process.`,
    };
  },
};

const ASKS_OTHERS =
  /(^|[/_.-])(ready|readyz|readiness|db|database|deps|dependencies|upstreams?|backends?|redis|postgres|mysql|mongo|kafka)([/_.?-]|$)/i;

import { noEarlyLiveness } from '../../../review/rules/no-early-liveness';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const probe = (more: object) => ({ httpGet: { path: '/', port: 'http' }, ...more });
const probes = (livenessProbe: object, more = {}) => [
  deployment({ readinessProbe: probe({ initialDelaySeconds: 70 }), livenessProbe: probe(livenessProbe), ...more }),
];

describeRule(noEarlyLiveness, {
  passes: {
    'liveness after the boot': probes({ initialDelaySeconds: 120 }),
    'a startup probe': probes({}, { startupProbe: probe({ failureThreshold: 60 }) }),
    'no boot that anybody speaks of': [deployment({ livenessProbe: probe({}) })],
  },
  fails: {
    'liveness gives up before': [probes({ initialDelaySeconds: 20 }), [`${CONTAINER}.livenessProbe`]],
  },
});

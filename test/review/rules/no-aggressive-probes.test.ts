import { noAggressiveProbes } from '../../../review/rules/no-aggressive-probes';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const readiness = (more: object) => [deployment({ readinessProbe: { httpGet: { path: '/', port: 'http' }, ...more } })];

describeRule(noAggressiveProbes, {
  passes: {
    'what Kubernetes fills in': readiness({}),
    'one failure of a patient probe': readiness({ failureThreshold: 1, timeoutSeconds: 10 }),
    'a startup probe': [deployment({ startupProbe: { httpGet: { path: '/', port: 'http' }, failureThreshold: 1 } })],
  },
  fails: {
    'one late answer': [readiness({ failureThreshold: 1 }), [`${CONTAINER}.readinessProbe`]],
    'two answers within two seconds': [
      readiness({ periodSeconds: 1, failureThreshold: 2 }),
      [`${CONTAINER}.readinessProbe`],
    ],
  },
});

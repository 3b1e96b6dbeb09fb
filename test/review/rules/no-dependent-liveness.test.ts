import { noDependentLiveness } from '../../../review/rules/no-dependent-liveness';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const liveness = (path: string, more = {}) => [
  deployment({ livenessProbe: { httpGet: { path, port: 'http' } }, ...more }),
];

describeRule(noDependentLiveness, {
  passes: {
    'the process alone': liveness('/healthz/live'),
    'a word that only begins like one': liveness('/readme'),
    'the same question as readiness, which another rule is about': liveness('/ready', {
      readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
    }),
  },
  fails: {
    readiness: [liveness('/ready'), [`${CONTAINER}.livenessProbe.httpGet.path`]],
    'the database': [liveness('/health/db'), [`${CONTAINER}.livenessProbe.httpGet.path`]],
    dependencies: [liveness('/deps?all=1'), [`${CONTAINER}.livenessProbe.httpGet.path`]],
  },
});

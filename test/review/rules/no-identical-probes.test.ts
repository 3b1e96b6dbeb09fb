import { review } from '../../../review';
import { noIdenticalProbes } from '../../../review/rules/no-identical-probes';
import { CONTAINER } from '../kinds';
import { deployment, sources } from '../objects';
import { describeRule } from '../rule-cases';

const ask = (path: string, more = {}) => ({ httpGet: { path, port: 'http' }, ...more });
const probes = (readinessProbe: object, livenessProbe: object) => [deployment({ readinessProbe, livenessProbe })];

describeRule(noIdenticalProbes, {
  passes: {
    'two questions': probes(ask('/healthz/ready'), ask('/healthz/live')),
    'readiness alone': [deployment()],
  },
  fails: {
    'one question': [probes(ask('/healthz'), ask('/healthz')), [`${CONTAINER}.livenessProbe`]],
    'one question with what the server fills in': [
      probes({ httpGet: { port: 'http' } }, { httpGet: { path: '/', port: 'http', scheme: 'HTTP' } }),
      [`${CONTAINER}.livenessProbe`],
    ],
  },
});

test('more patience makes it worth a look only', () => {
  const objects = probes(ask('/healthz'), ask('/healthz', { failureThreshold: 10 }));
  expect(review(sources(...objects), { rules: [noIdenticalProbes] }).findings).toEqual([
    expect.objectContaining({ severity: 'info' }),
  ]);
});

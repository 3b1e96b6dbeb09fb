import { requireStartupProbe } from '../../../review/rules/require-startup-probe';
import { CONTAINER } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const liveness = (more: object, others = {}) => [
  deployment({ livenessProbe: { httpGet: { path: '/live', port: 'http' }, ...more }, ...others }),
];

describeRule(requireStartupProbe, {
  passes: {
    'thirty seconds to boot': liveness({}),
    'a startup probe': liveness(
      { initialDelaySeconds: 120 },
      { startupProbe: { httpGet: { path: '/live', port: 'http' } } },
    ),
    'no liveness': [deployment()],
  },
  fails: {
    'a long delay': [liveness({ initialDelaySeconds: 120 }), [`${CONTAINER}.startupProbe`]],
    'hardly any time': [liveness({ periodSeconds: 3 }), [`${CONTAINER}.startupProbe`]],
  },
});

import { requireDrain } from '../../../review/rules/require-drain';
import { CONTAINER, job, service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

describeRule(requireDrain, {
  passes: {
    'a pause': [deployment({ lifecycle: { preStop: { sleep: { seconds: 5 } } } }), service()],
    'no Service': [deployment()],
    'a headless Service': [deployment(), service({ clusterIP: 'None' })],
    'a Job': [job(), service()],
  },
  fails: {
    'a Service': [[deployment(), service()], [`${CONTAINER}.lifecycle.preStop`]],
  },
});

import { noFiniteProbes } from '../../../review/rules/no-finite-probes';
import { CONTAINER, job } from '../kinds';
import { deployment, soundContainer } from '../objects';
import { describeRule } from '../rule-cases';

const probe = { httpGet: { path: '/', port: 8080 } };

describeRule(noFiniteProbes, {
  passes: {
    'a Deployment': [deployment({ livenessProbe: probe })],
    'a Job without probes': [job()],
    'a sidecar of a Job, which runs as long as the work': [
      job(
        {},
        { initContainers: [{ ...soundContainer(), name: 'proxy', restartPolicy: 'Always', livenessProbe: probe }] },
      ),
    ],
  },
  fails: {
    'a Job': [
      [job({ livenessProbe: probe, readinessProbe: probe })],
      [`${CONTAINER}.readinessProbe`, `${CONTAINER}.livenessProbe`],
    ],
  },
});

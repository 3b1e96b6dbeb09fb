import { noStrayPodInService } from '../../../review/rules/no-stray-pod-in-service';
import { job, pod, service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const stray = { ...pod(), metadata: { name: 'try', namespace: 'shop', labels: { 'app.kubernetes.io/name': 'api' } } };

describeRule(noStrayPodInService, {
  passes: {
    'labels of its own': [
      deployment(),
      service(),
      { ...pod(), metadata: { name: 'try', namespace: 'shop', labels: { experiment: 'try' } } },
    ],
    'a Service for the Pod alone': [stray, service()],
    'another namespace': [deployment(), service(), { ...stray, metadata: { ...stray.metadata, namespace: 'office' } }],
  },
  fails: {
    'an experiment': [[deployment(), service(), stray], ['metadata.labels']],
    'a Job': [[deployment(), service(), job()], ['spec.template.metadata.labels']],
  },
});

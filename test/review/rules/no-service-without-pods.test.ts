import { review } from '../../../review';
import { noServiceWithoutPods } from '../../../review/rules/no-service-without-pods';
import { service } from '../kinds';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';
import { statefulSet, named } from '../surroundings';

describeRule(noServiceWithoutPods, {
  passes: {
    Pods: [deployment(), service()],
    'Pods that are elsewhere': [service()],
    'workloads of another namespace': [{ ...deployment(), metadata: { name: 'api', namespace: 'office' } }, service()],
    'no selector': [deployment(), service({ selector: undefined })],
    'a Service for one Pod': [statefulSet(), service({ selector: { 'statefulset.kubernetes.io/pod-name': 'api-0' } })],
    'a Service for the Pod that leads': [
      deployment(),
      service({ selector: { 'app.kubernetes.io/name': 'api', role: 'primary' } }),
    ],
    'an alias': [deployment(), service({ type: 'ExternalName', externalName: 'db.example.com' })],
  },
  fails: {
    'other labels': [[deployment(), service({ selector: { app: 'api' } })], ['spec.selector']],
    'another value': [[deployment(), service({ selector: { 'app.kubernetes.io/name': 'apo' } })], ['spec.selector']],
    'a label too many': [
      [deployment(), service({ selector: { 'app.kubernetes.io/name': 'api', tier: 'web' } })],
      ['spec.selector'],
    ],
  },
});

test('Pods with another value under the same keys were surely meant', () => {
  const { findings } = review(
    [named('web'), service({ selector: { 'app.kubernetes.io/name': 'api', component: 'api' } })].map((object) => ({
      object,
    })),
    { rules: [noServiceWithoutPods] },
  );
  expect(findings).toEqual([expect.objectContaining({ severity: 'error' })]);
});

import { judge } from '../../lib/kube/judge';

/** Where an object would be refused for its version, and what is served instead. */
function refusedFor(apiVersion: string, kind: string): readonly (string | undefined)[] {
  return judge({ apiVersion, kind, metadata: { name: 'api' } })
    .problems.filter(({ code }) => code === 'retired-api-version')
    .map(({ detail }) => detail);
}

describe('versions that no server serves any more are refused', () => {
  test.each([
    ['extensions/v1beta1', 'Deployment', 'apps/v1'],
    ['batch/v1beta1', 'CronJob', 'batch/v1'],
    ['policy/v1beta1', 'PodDisruptionBudget', 'policy/v1'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'autoscaling/v2'],
    ['extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1'],
    ['networking.k8s.io/v1beta1', 'Ingress', 'networking.k8s.io/v1'],
    ['rbac.authorization.k8s.io/v1beta1', 'RoleBinding', 'rbac.authorization.k8s.io/v1'],
    ['apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', 'apiextensions.k8s.io/v1'],
  ])('%s of %s', (apiVersion, kind, successor) => {
    expect(refusedFor(apiVersion, kind)).toEqual([expect.stringContaining(`"${successor}"`)]);
  });

  test.each([
    ['networking.k8s.io/v1', 'Ingress'],
    ['networking.istio.io/v1beta1', 'Gateway'],
    ['cert-manager.io/v1alpha2', 'Certificate'],
    ['policy.example.com/v1beta1', 'PodDisruptionBudget'],
    ['storage.k8s.io/v1beta1', 'VolumeAttributesClass'],
    ['autoscaling/v1', 'HorizontalPodAutoscaler'],
    ['v1', 'ConfigMap'],
  ])('not %s of %s', (apiVersion, kind) => {
    expect(refusedFor(apiVersion, kind)).toEqual([]);
  });
});

import type { Source } from '../../review';

/** A container that no rule has anything to say about. */
export function soundContainer(): Record<string, unknown> {
  return {
    name: 'api',
    image: 'registry.example.com/shop/api:v1.4.2',
    imagePullPolicy: 'IfNotPresent',
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    readinessProbe: { httpGet: { path: '/healthz/ready', port: 'http' }, timeoutSeconds: 2 },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  };
}

/** A Deployment that no rule has anything to say about, with fields of the container, the Pod's spec and its own changed. */
export function deployment(
  container: Record<string, unknown> = {},
  podSpec: Record<string, unknown> = {},
  spec: Record<string, unknown> = {},
): Record<string, unknown> {
  const labels = { 'app.kubernetes.io/name': 'api' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api', namespace: 'shop', labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: 'api',
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: 30,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: labels },
            },
          ],
          containers: [{ ...soundContainer(), ...container }],
          ...podSpec,
        },
      },
      ...spec,
    },
  };
}

/** Objects as the review takes them. */
export function sources(...objects: readonly unknown[]): Source[] {
  return objects.map((object) => ({ object }));
}

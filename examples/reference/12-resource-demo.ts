import { Deployment, ExperimentPod, httpGet, pod, recommendedLabels } from 'podwright';
import type { Chart } from 'podwright';
import { onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const app = pod('app', {
    image: 'myapp/api:v2.0',
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  })
    .container('sidecar', {
      because: 'a second container shows that the requests of a Pod are summed',
      image: 'fluent/fluent-bit:2.2',
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
    })
    .without('runAsNonRoot', { because: 'fluent-bit runs as root when nothing else is said' })
    .without('capabilities', { because: 'the figures of this demo were taken with the set that the runtime gives' })
    .without('readOnlyRootFilesystem', {
      because: 'page cache of files written in the container belongs to the figures',
    })
    .without('automountServiceAccountToken', { because: 'the figures include the token volume, small as it is' });
  new ExperimentPod(chart, 'resource-demo', {
    pod: app,
    purpose: 'Shows how requests and limits of two containers add up',
    deleteBy: '2026-11-30',
  });
}

export function hardened(chart: Chart): void {
  const app = pod('app', {
    image: 'registry.example.com/myapp/api:v2.0.0',
    ports: { http: 8080 },
    resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } },
    startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: httpGet('/healthz/ready', 'http'),
    livenessProbe: httpGet('/healthz/live', 'http', { periodSeconds: 20, timeoutSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    securityContext: { runAsUser: 10001, runAsGroup: 10001 },
  })
    .scratch('/tmp', '32Mi')
    .metadata({ labels: recommendedLabels({ component: 'api', partOf: 'myapp', version: 'v2.0.0' }) })
    .spec({ topologySpreadConstraints: spreadSoftly('resource-demo') })
    .comment(
      'spec.containers[app].resources.limits',
      'no CPU limit: spare cores of the node may be used, and memory is reserved in full',
    );
  const deployment = new Deployment(chart, 'resource-demo', { replicas: 2, pod: app });
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

import { because, Deployment, emptyDir, except, ExperimentPod, httpGet, pod, recommendedLabels } from 'podwright';
import type { Chart } from 'podwright';
import { onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const web = pod('app', {
    image: 'nginx:1.25',
    ports: [{ containerPort: 80 }],
    resources: except(
      { limits: { memory: '128Mi', cpu: '500m' } },
      { because: 'only limits are written here, to show that Kubernetes takes them for requests too' },
    ),
  })
    .volume('data', because('the manifest declares it and mounts it nowhere', emptyDir()))
    .metadata({ labels: { app: 'web' } })
    .without('runAsNonRoot', { because: 'nginx:1.25 starts as root to bind port 80' })
    .without('capabilities', { because: 'the nginx master switches its workers to the user nginx (SETUID, SETGID)' })
    .without('readOnlyRootFilesystem', { because: 'nginx buffers request bodies under /var/cache/nginx' })
    .without('automountServiceAccountToken', { because: 'the Pod lives in a cluster on a laptop' });
  new ExperimentPod(chart, 'my-pod', {
    pod: web,
    purpose: 'Shows the parts of a Pod, an unused volume among them',
    deleteBy: '2026-12-31',
  });
}

export function hardened(chart: Chart): void {
  const web = pod('app', {
    image: 'nginxinc/nginx-unprivileged:1.28.0-alpine',
    ports: { http: 8080 },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    startupProbe: httpGet('/', 'http', { periodSeconds: 1, failureThreshold: 30 }),
    readinessProbe: httpGet('/', 'http', { periodSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  })
    .scratch('/tmp', '32Mi')
    .metadata({ labels: recommendedLabels({ component: 'web', version: '1.28.0' }) })
    .spec({ topologySpreadConstraints: spreadSoftly('my-pod') });
  const deployment = new Deployment(chart, 'my-pod', { replicas: 2, pod: web });
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

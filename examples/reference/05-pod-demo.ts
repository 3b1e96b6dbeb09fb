import { Deployment, ExperimentPod, httpGet, pod, recommendedLabels, without } from 'podwright';
import type { Chart } from 'podwright';

export function faithful(chart: Chart): void {
  const demo = pod('pod-demo', {
    image: 'nginx:1.25',
    ports: [{ containerPort: 80 }],
    resources: without({ because: 'kubectl run writes none, and what it writes is what the exercise is about' }),
  })
    .metadata({ labels: { run: 'pod-demo' } })
    .without('runAsNonRoot', { because: 'kubectl run takes the image as it is, and this one starts as root' })
    .without('capabilities', { because: 'kubectl run leaves the runtime its own set, of which nginx uses four' })
    .without('readOnlyRootFilesystem', { because: 'the exercise writes its own index.html into the running container' })
    .without('automountServiceAccountToken', {
      because: 'the exercise ends with a look at the token in the container',
    });
  new ExperimentPod(chart, 'pod-demo', {
    pod: demo,
    restartPolicy: 'Never',
    purpose: 'Shows what kubectl run --restart=Never makes',
    deleteBy: '2026-11-30',
  });
}

export function hardened(chart: Chart): void {
  const demo = pod('pod-demo', {
    image: 'nginxinc/nginx-unprivileged:1.28.0-alpine',
    ports: { http: 8080 },
    resources: { requests: { cpu: '25m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    startupProbe: httpGet('/', 'http', { periodSeconds: 1, failureThreshold: 30 }),
    readinessProbe: httpGet('/', 'http', { periodSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  })
    .scratch('/tmp', '16Mi')
    .metadata({ labels: recommendedLabels({ component: 'demo', version: '1.28.0' }) });
  new Deployment(chart, 'pod-demo', { replicas: 1, pod: demo }).service({ ports: { http: 80 } });
}

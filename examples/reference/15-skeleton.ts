import {
  Deployment,
  emptyDir,
  exec,
  ExperimentPod,
  httpGet,
  pod,
  readOnly,
  recommendedLabels,
  without,
} from 'podwright';
import type { Chart } from 'podwright';
import { onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const app = pod('app', {
    image: 'app:1.0.0',
    imagePullPolicy: 'IfNotPresent',
    ports: { http: 8080 },
    resources: without({ because: 'a skeleton has nothing to measure: whoever fills it in gives the figures' }),
  })
    .volume('shared', emptyDir(), { app: '/shared' })
    .sidecar('sidecar', {
      because: 'it shares files with the application through /shared',
      image: 'helper:1.0.0',
      resources: without({ because: 'the helper is a placeholder for whatever it will be' }),
      volumeMounts: { '/shared': 'shared' },
    })
    .metadata({ labels: { app: 'app' } })
    .without('runAsNonRoot', { because: 'which user the images need is known once they are chosen' })
    .without('capabilities', { because: 'which capabilities may go is known once the images are chosen' })
    .without('readOnlyRootFilesystem', { because: 'where the images write is known once they are chosen' })
    .without('automountServiceAccountToken', {
      because: 'whether the API server is called is for the reader to decide',
    });
  new ExperimentPod(chart, 'app', {
    pod: app,
    purpose: 'Shows the skeleton of an application with a native sidecar',
    deleteBy: '2026-12-31',
  });
}

export function hardened(chart: Chart): void {
  const app = pod('app', {
    image: 'registry.example.com/app:1.0.0',
    ports: { http: 8080 },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: httpGet('/healthz/ready', 'http'),
    livenessProbe: httpGet('/healthz/live', 'http', { periodSeconds: 20, timeoutSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    securityContext: { runAsUser: 10001, runAsGroup: 10001 },
  })
    .scratch('/tmp', '32Mi')
    .volume('shared', emptyDir({ sizeLimit: '64Mi' }), { app: readOnly('/shared') })
    .sidecar('sidecar', {
      because: 'it keeps the files in /shared fresh for this replica; without them the application cannot start',
      image: 'registry.example.com/helper:1.0.0',
      resources: { requests: { cpu: '25m', memory: '32Mi' }, limits: { memory: '32Mi' } },
      startupProbe: exec(['test', '-e', '/shared/ready'], { periodSeconds: 1, failureThreshold: 60 }),
      securityContext: { runAsUser: 10002, runAsGroup: 10002 },
      volumeMounts: { '/shared': 'shared' },
    })
    .metadata({ labels: recommendedLabels({ component: 'app', partOf: 'app', version: '1.0.0' }) })
    .spec({ securityContext: { fsGroup: 10000 }, topologySpreadConstraints: spreadSoftly('app') });
  const deployment = new Deployment(chart, 'app', { replicas: 2, pod: app });
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

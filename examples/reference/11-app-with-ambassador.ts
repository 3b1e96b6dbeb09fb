import { Deployment, ExperimentPod, httpGet, pod, recommendedLabels, tcpSocket, without } from 'podwright';
import type { Chart } from 'podwright';
import { onePodAtATime, spreadSoftly } from './shared';

const REDIS_CLUSTER_ADDR = 'redis-cluster.prod.svc.cluster.local:6379';

export function faithful(chart: Chart): void {
  const app = pod('app', {
    image: 'myapp/api:v2.0',
    env: { REDIS_HOST: 'localhost', REDIS_PORT: '6379' },
    resources: without({ because: 'the API only opens one connection here and then waits' }),
  })
    .container('redis-ambassador', {
      because: 'the API knows no cluster topology and talks to localhost alone',
      image: 'myapp/redis-proxy:v1.0',
      ports: [{ containerPort: 6379 }],
      env: { REDIS_CLUSTER_ADDR },
      resources: without({ because: 'how much the proxy needs a connection is what the experiment is to find out' }),
    })
    .metadata({ labels: { app: 'myapp' } })
    .without('runAsNonRoot', { because: 'neither image says which user it needs' })
    .without('capabilities', { because: 'the proxy raises its limit of open files when it starts (SYS_RESOURCE)' })
    .without('readOnlyRootFilesystem', {
      because: 'the proxy caches the slots of the cluster in its working directory',
    })
    .without('automountServiceAccountToken', { because: 'both images hold a client library that looks for the token' });
  new ExperimentPod(chart, 'app-with-ambassador', {
    pod: app,
    purpose: 'Shows an ambassador that hides a Redis cluster behind localhost',
    deleteBy: '2027-01-31',
  });
}

export function hardened(chart: Chart): void {
  const app = pod('app', {
    image: 'registry.example.com/myapp/api:v2.0.0',
    ports: { http: 8080 },
    env: { REDIS_HOST: 'localhost', REDIS_PORT: '6379' },
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
    startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: httpGet('/healthz/ready', 'http'),
    livenessProbe: httpGet('/healthz/live', 'http', { periodSeconds: 20, timeoutSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    securityContext: { runAsUser: 10001, runAsGroup: 10001 },
  })
    .scratch('/tmp', '32Mi')
    .sidecar('redis-ambassador', {
      because: 'TLS, slots and failover of the Redis cluster stay out of the API, which talks to localhost alone',
      image: 'registry.example.com/myapp/redis-proxy:v1.0.0',
      ports: { redis: 6379 },
      env: { REDIS_CLUSTER_ADDR },
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
      startupProbe: tcpSocket('redis', { periodSeconds: 1, failureThreshold: 30 }),
      readinessProbe: tcpSocket('redis', { periodSeconds: 5 }),
      securityContext: { runAsUser: 10002, runAsGroup: 10002 },
    })
    .metadata({ labels: recommendedLabels({ component: 'api', partOf: 'myapp', version: 'v2.0.0' }) })
    .spec({ topologySpreadConstraints: spreadSoftly('app-with-ambassador') });
  const deployment = new Deployment(chart, 'app-with-ambassador', { replicas: 3, pod: app });
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

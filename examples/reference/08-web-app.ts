import {
  because,
  configMap,
  Deployment,
  emptyDir,
  ExperimentPod,
  httpGet,
  pod,
  readOnly,
  recommendedLabels,
} from 'podwright';
import type { Chart } from 'podwright';
import { configFiles, onePodAtATime, spreadSoftly } from './shared';

export function faithful(chart: Chart): void {
  const web = pod('web', {
    image: 'nginx:1.25',
    command: ['/bin/sh'],
    args: ['-c', "nginx -g 'daemon off;'"],
    ports: { http: { containerPort: 80, protocol: 'TCP' } },
    env: { APP_ENV: 'production', DB_HOST: 'postgres.default.svc.cluster.local' },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
  })
    .volume('html-volume', because('the manifest leaves open who writes the pages', emptyDir()), {
      web: readOnly('/usr/share/nginx/html'),
    })
    .metadata({ labels: { app: 'web', version: 'v1' }, annotations: { description: 'Frontend web server' } })
    .without('runAsNonRoot', { because: 'the frontend binds port 80, which older runtimes keep for root' })
    .without('capabilities', { because: 'the nginx master needs CHOWN for its cache and KILL to stop its workers' })
    .without('readOnlyRootFilesystem', {
      because: 'the shell wrapper used to patch nginx.conf before it started nginx',
    })
    .without('automountServiceAccountToken', {
      because: 'the frontend sits in default, whose token carries no rights',
    });
  new ExperimentPod(chart, 'web-app', {
    pod: web,
    restartPolicy: 'Always',
    purpose: 'Shows every field that a web server usually needs',
    deleteBy: '2027-01-31',
  });
}

export function hardened(chart: Chart): void {
  const html = configFiles(chart, 'web-app-html', { 'index.html': INDEX_HTML });
  const web = pod('web', {
    image: 'nginxinc/nginx-unprivileged:1.28.0-alpine',
    ports: { http: 8080 },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    startupProbe: httpGet('/', 'http', { periodSeconds: 1, failureThreshold: 30 }),
    readinessProbe: httpGet('/', 'http', { periodSeconds: 5 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  })
    .scratch('/tmp', '64Mi')
    .volume('html-volume', configMap(html), { web: '/usr/share/nginx/html' })
    .metadata({
      labels: recommendedLabels({ component: 'frontend', partOf: 'shop', version: 'v1' }),
      annotations: { description: 'Frontend web server' },
    })
    .spec({ topologySpreadConstraints: spreadSoftly('web-app') });
  const deployment = new Deployment(chart, 'web-app', { replicas: 2, pod: web });
  deployment.service({ ports: { http: 80 } });
  onePodAtATime(chart, deployment);
}

const INDEX_HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Shop</title>
  </head>
  <body>
    <h1>Welcome to the shop</h1>
  </body>
</html>
`;

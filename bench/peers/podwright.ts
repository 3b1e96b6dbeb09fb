/** The workloads through our own classes: every rule on, two files a workload. */
import { App, Chart, Deployment, emptyDir, httpGet, pod } from 'podwright';
import { count, folder } from '../support/arguments';

const app = new App({ outdir: folder });
for (let position = 0; position < count; position++) {
  const name = `service-${position}`;
  const api = pod('api', {
    image: `registry.example.com/shop/api:v1.${position}.0`,
    args: ['--listen=:8080', '--log-format=json'],
    ports: { http: 8080, metrics: 9090 },
    env: { LOG_LEVEL: 'info', SERVICE: name },
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
    startupProbe: httpGet('/healthz/live', 'http', { failureThreshold: 30, periodSeconds: 2 }),
    readinessProbe: httpGet('/healthz/ready', 'http', { periodSeconds: 5 }),
    securityContext: { runAsUser: 10001 },
    scratch: { '/tmp': '64Mi' },
  })
    .volume('logs', emptyDir({ sizeLimit: '1Gi' }), { api: '/var/log/app' })
    .sidecar('log-shipper', {
      because: 'the API writes its audit log to a file, and the platform collects what containers print',
      image: 'registry.example.com/platform/log-shipper:3.2.1',
      args: ['--follow=/var/log/app'],
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
      securityContext: { runAsUser: 10002 },
      volumeMounts: { '/var/log/app': { name: 'logs', readOnly: true } },
    })
    .initContainer('migrate', {
      because: 'the schema must be there before the API starts',
      image: `registry.example.com/shop/migrate:v1.${position}.0`,
      command: ['migrate', 'up'],
      env: { DATABASE: `shop_${position}` },
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
      securityContext: { runAsUser: 10003 },
    });
  const chart = new Chart(app, name, { namespace: 'shop' });
  new Deployment(chart, name, { replicas: 3, pod: api }).service({ ports: { http: 80 } });
}
app.synth();

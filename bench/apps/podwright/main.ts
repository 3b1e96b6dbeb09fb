import { App, Chart, Deployment, httpGet, pod } from 'podwright';

const api = pod('api', {
  image: 'registry.example.com/shop/api:v1.0.0',
  ports: { http: 8080 },
  resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
  readinessProbe: httpGet('/healthz/ready', 'http'),
  securityContext: { runAsUser: 10001 },
});
const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new Deployment(chart, 'api', { replicas: 3, pod: api }).service({ ports: { http: 80 } });
app.synth();

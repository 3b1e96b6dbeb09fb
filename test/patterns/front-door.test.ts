import { App, Chart, Deployment, pod, emptyDir, httpGet, secretKey } from 'podwright';
import { logShipper, redisAmbassador, waitForTcp } from 'podwright/patterns';

const checkout = pod('api', {
  image: 'registry.example.com/checkout:v2.4.1',
  ports: { http: 8080 },
  env: { DB_PASSWORD: secretKey('db-credentials', 'password') },
  resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
  startupProbe: httpGet('/healthz/live', 'http', { failureThreshold: 30, periodSeconds: 2 }),
  readinessProbe: httpGet('/healthz/ready', 'http'),
})
  .scratch('/tmp', '64Mi')
  .volume('logs', emptyDir({ sizeLimit: '1Gi' }), { api: '/var/log/app' })
  .use(
    waitForTcp({
      host: 'postgres',
      port: 5432,
      timeout: '2m',
      because: 'the API exits when it cannot reach its database at boot',
    }),
  )
  .use(
    redisAmbassador({
      upstream: 'redis-cluster.prod.svc:6379',
      because: 'TLS and cluster topology stay out of the application',
    }),
  )
  .use(
    logShipper({
      volume: 'logs',
      because: 'the API writes its audit log to a file and the platform collects stdout',
    }),
  );

test('the front door compiles as it is written, and synthesizes', () => {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  new Deployment(shop, 'checkout', { replicas: 3, pod: checkout });
  expect(app.files().map(({ path }) => path)).toEqual([
    'shop/configmap-checkout-redis-ambassador.yaml',
    'shop/configmap-checkout-log-shipper.yaml',
    'shop/deployment-checkout.yaml',
  ]);
  const text = app.synthYaml();
  expect(text).toContain('# ambassador to redis-cluster.prod.svc:6379: while it is down');
  expect(text).toContain('- name: REDIS_HOST\n              value: localhost');
});

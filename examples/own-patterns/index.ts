import { App, Chart, Deployment, emptyDir, httpGet, pod } from 'podwright';
import { crashReporter } from './crash-reporter';
import { heapDumps } from './heap-dumps';
import { traced } from './traced';

/** Ships orders: a JVM with three patterns of its own, one in each form. */
export const shipping = pod('shipping', {
  image: 'registry.example.com/shop/shipping:v5.0.2',
  ports: { http: 8080 },
  resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
  startupProbe: httpGet('/healthz/live', 'http', { periodSeconds: 2, failureThreshold: 60 }),
  readinessProbe: httpGet('/healthz/ready', 'http'),
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
  terminationSeconds: 25,
})
  .scratch('/tmp', '64Mi')
  .volume('crashes', emptyDir({ sizeLimit: '256Mi' }), { shipping: '/var/crash' })
  .use(heapDumps('shipping', '2Gi'))
  .use(crashReporter({ volume: 'crashes', team: 'logistics', every: '30s' }))
  .use(traced)
  // 5 s until no more requests come, 25 s for those in flight, then 10 s for the last report.
  .spec({ terminationGracePeriodSeconds: 40 });

/** The App of this example. */
export function ownPatterns(): App {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  new Deployment(shop, 'shipping', { replicas: 2, pod: shipping }).service({ ports: { http: 80 } });
  return app;
}

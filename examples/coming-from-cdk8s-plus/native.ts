import * as kplus from 'cdk8s-plus-28';
import { App, Chart, clusterDns, Deployment, egressTo, httpGet, Namespace, pod, without } from 'podwright';
import { bridge, plusSelector } from 'podwright/plus';
import { waitForTcp } from 'podwright/patterns';
import { apiPod } from './bridged';

const storefrontPod = pod('storefront', {
  image: 'registry.example.com/shop/storefront:v1.9.0',
  ports: { http: 3000 },
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
  readinessProbe: httpGet('/', 'http'),
})
  .use(waitForTcp({ host: 'api', port: 80, timeout: '2m', because: 'it renders its first page from the API at boot' }))
  .spec({ enableServiceLinks: false });

/** The shop on Podwright; what cdk8s-plus-28 does well, as Ingress and ConfigMap, stays. */
export function native(): App {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  new Namespace(shop, 'shop');

  const settings = new kplus.ConfigMap(shop, 'settings', {
    metadata: { name: 'settings' },
    data: { level: 'info' },
  });
  const storefront = new Deployment(shop, 'storefront', {
    replicas: 2,
    selector: plusSelector(shop, 'storefront'),
    pod: storefrontPod,
  }).spread();
  const api = new Deployment(shop, 'api', {
    replicas: without({ because: 'the HorizontalPodAutoscaler decides' }),
    selector: plusSelector(shop, 'api'),
    pod: apiPod(settings),
  }).spread();

  api.serviceAccount();
  api.service({ ports: { http: 80 } });
  api.podDisruptionBudget({ maxUnavailable: 1 });
  const target = { type: 'Utilization', averageUtilization: 70 } as const;
  api.horizontalPodAutoscaler({
    minReplicas: 3,
    maxReplicas: 12,
    metrics: [{ type: 'ContainerResource', containerResource: { container: 'api', name: 'cpu', target } }],
  });
  api.networkPolicy({ ingress: [{ from: [storefront], ports: ['http'] }] });
  storefront.networkPolicy({ egress: [egressTo(api, 'http'), clusterDns()] });

  const service = storefront.service({ ports: { http: 80 } });
  new kplus.Ingress(shop, 'ingress', { metadata: { name: 'storefront' } }).addRule(
    '/',
    bridge(kplus).ingressBackend(service),
  );
  return app;
}

import * as kplus from 'cdk8s-plus-28';
import { App, Chart, configMapKey, Deployment, emptyDir, httpGet, pod } from 'podwright';
import { bridge, harden, plusSelector, withPatterns } from 'podwright/plus';
import { logTailer, waitForTcp } from 'podwright/patterns';

const because = 'the API writes its access log to a file, and the platform collects what containers print';

/** The API as a Pod of ours; what it needs of the old objects it takes by their names. */
export const apiPod = (settings: { readonly name: string }) =>
  pod('api', {
    image: 'registry.example.com/shop/api:v2.4.1',
    ports: { http: 8080 },
    env: { LEVEL: configMapKey(settings, 'level') },
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
    readinessProbe: httpGet('/healthz/ready', 'http'),
  })
    .volume('logs', emptyDir({ sizeLimit: '256Mi' }), { api: '/var/log/app' })
    .use(logTailer({ volume: 'logs', file: 'access.log', because }));

/** The shop half way: the API is ours, the storefront still theirs, hardened and with a helper of ours. */
export function bridged(): App {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  const ours = bridge(kplus);

  const settings = new kplus.ConfigMap(shop, 'settings', {
    metadata: { name: 'settings' },
    data: { level: 'info' },
  });
  const api = new Deployment(shop, 'api', { replicas: 3, selector: plusSelector(shop, 'api'), pod: apiPod(settings) });

  const storefront = new kplus.Deployment(shop, 'storefront', {
    metadata: { name: 'storefront' },
    replicas: 2,
    containers: [
      {
        name: 'storefront',
        image: 'registry.example.com/shop/storefront:v1.9.0',
        ports: [{ name: 'http', number: 3000 }],
        readiness: kplus.Probe.fromHttpGet('/', { port: 3000 }),
      },
    ],
  });
  harden(storefront);
  withPatterns(
    storefront,
    waitForTcp({ host: 'api', port: 80, timeout: '2m', because: 'it renders its first page from the API at boot' }),
    // A field that the class of theirs does not have.
    (open) => open.spec({ enableServiceLinks: false }),
  );

  // Their Service and Ingress stay as they are: only who they select is ours.
  new kplus.Service(shop, 'api-service', {
    metadata: { name: 'api' },
    selector: ours.workload(api),
    ports: [{ port: 80, targetPort: 8080 }],
  });
  storefront.exposeViaService({ name: 'storefront', ports: [{ port: 80, targetPort: 3000 }] }).exposeViaIngress('/');
  ours.workload(api).connections.allowFrom(storefront, {
    ports: [kplus.NetworkPolicyPort.tcp(8080)],
    isolation: kplus.PodConnectionsIsolation.POD,
  });
  return app;
}

import * as kplus from 'cdk8s-plus-28';
import { App, Chart } from 'podwright';

/** The shop as it was: all of it on cdk8s-plus-28, in an App of ours, which orders, checks and prints it. */
export function before(): App {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });

  new kplus.ConfigMap(shop, 'settings', {
    metadata: { name: 'settings' },
    data: { level: 'info' },
  });

  // Their own types ask for a reference by name where `exactOptionalPropertyTypes` is on.
  const settings = kplus.ConfigMap.fromConfigMapName(shop, 'settings-by-name', 'settings');

  const api = new kplus.Deployment(shop, 'api', {
    metadata: { name: 'api' },
    replicas: 3,
    containers: [
      {
        name: 'api',
        image: 'registry.example.com/shop/api:v2.4.1',
        ports: [{ name: 'http', number: 8080 }],
        envVariables: { LEVEL: kplus.EnvValue.fromConfigMap(settings, 'level') },
        resources: {
          cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.units(1) },
        },
        readiness: kplus.Probe.fromHttpGet('/healthz/ready', { port: 8080 }),
      },
    ],
  });
  const logs = kplus.Volume.fromEmptyDir(shop, 'logs', 'logs');
  api.containers[0]?.mount('/var/log/app', logs);

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

  api.exposeViaService({ name: 'api', ports: [{ port: 80, targetPort: 8080 }] });
  storefront.exposeViaService({ name: 'storefront', ports: [{ port: 80, targetPort: 3000 }] }).exposeViaIngress('/');
  api.connections.allowFrom(storefront, {
    ports: [kplus.NetworkPolicyPort.tcp(8080)],
    isolation: kplus.PodConnectionsIsolation.POD,
  });
  return app;
}

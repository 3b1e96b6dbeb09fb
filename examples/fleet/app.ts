import {
  App,
  ArgoApplicationSet,
  Chart,
  clusters,
  ConfigMap,
  Deployment,
  environments,
  ExternalSecret,
  httpGet,
  pod,
} from 'podwright';
import type { Cluster } from 'podwright';
import { fleet } from './matrix';

/** The checkout service on three environments of forty clusters each, and the ApplicationSets that bring it there. */
export function fleetApp(outdir?: string): App {
  const app = new App({ kustomize: true, ...(outdir === undefined ? {} : { outdir }) });
  const argo = new Chart(app, 'argo', { namespace: 'argocd' });
  environments(app, fleet, (environment, settings, name) => {
    const ones = clusters(environment, settings.clusters, (cluster, { zone }) => {
      checkout(cluster, { ...settings, zone });
    });
    new ArgoApplicationSet(argo, `checkout-${name}`, {
      elements: ones.map(({ folder, node }) => ({ cluster: node.id, folder })),
      template: {
        metadata: { name: 'checkout-{{.cluster}}', labels: { environment: name } },
        spec: {
          project: 'shop',
          source: { repoURL: 'https://git.example.com/shop.git', path: 'dist/{{.folder}}', targetRevision: 'main' },
          destination: { name: '{{.cluster}}' },
          syncPolicy: { automated: { prune: settings.prune, selfHeal: true } },
        },
      },
      syncPolicy: { preserveResourcesOnDeletion: true },
    });
  });
  return app;
}

interface CheckoutSettings {
  readonly replicas: number;
  readonly memory: '128Mi' | '256Mi';
  readonly level: string;
  readonly zone: string;
}

function checkout(cluster: Cluster, { replicas, memory, level, zone }: CheckoutSettings): void {
  const shop = new Chart(cluster, 'shop', { namespace: 'shop' });
  const settings = new ConfigMap(shop, 'settings', { data: { LOG_LEVEL: level, ZONE: zone } });
  const credentials = new ExternalSecret(shop, 'db-credentials', {
    secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' },
    refreshInterval: '1h',
    data: { password: { key: `shop/${cluster.folder}/db`, property: 'password' } },
  });
  const api = pod('api', {
    image: 'registry.example.com/shop/checkout:v2.4.1',
    ports: { http: 8080 },
    env: {
      LOG_LEVEL: settings.key('LOG_LEVEL'),
      ZONE: settings.key('ZONE'),
      DB_PASSWORD: credentials.key('password'),
    },
    resources: { requests: { cpu: '250m', memory }, limits: { memory } },
    readinessProbe: httpGet('/healthz/ready', 'http'),
  }).rollOnChange(settings);
  new Deployment(shop, 'checkout', { replicas, pod: api }).service({ ports: { http: 80 } });
}

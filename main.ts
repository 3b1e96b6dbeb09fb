import { ApiObject } from 'cdk8s';
import { App, Chart, CronJob, DaemonSet, Deployment, ExperimentPod, Job, StatefulSet } from 'podwright';
import { migrateOrders, settlePayments } from './examples/shop/batch';
import { checkout } from './examples/shop/checkout';
import { dnsCheck } from './examples/shop/dns-check';
import { nodeLogs } from './examples/shop/node-logs';
import { ordersDb } from './examples/shop/orders-db';
import { storefront } from './examples/shop/storefront';

const app = new App();

const shop = new Chart(app, 'shop', { namespace: 'shop' });

new Deployment(shop, 'checkout', { replicas: 3, pod: checkout }).service({ ports: { http: 80, metrics: 9090 } });

new Deployment(shop, 'storefront', { replicas: 2, pod: storefront }).service({ ports: { http: 80 } });

new StatefulSet(shop, 'orders-db', { replicas: 1, serviceName: 'orders-db', pod: ordersDb }).service({
  clusterIP: 'None',
  ports: { postgres: 5432, metrics: 9187 },
});
// Objects that are not ours come from cdk8s, and are printed and checked like all others.
new ApiObject(shop, 'orders-db-settings', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'orders-db' },
  data: { database: 'orders' },
});

new Job(shop, 'migrate-orders-v2-4-1', {
  restartPolicy: 'Never',
  backoffLimit: 2,
  activeDeadlineSeconds: 900,
  pod: migrateOrders,
});

new CronJob(shop, 'settle-payments', {
  schedule: '15 3 * * *',
  timeZone: 'Europe/Vienna',
  concurrencyPolicy: 'Forbid',
  startingDeadlineSeconds: 3600,
  job: { restartPolicy: 'OnFailure', backoffLimit: 3, activeDeadlineSeconds: 3600 },
  pod: settlePayments,
});

new ExperimentPod(shop, 'dns-check', {
  purpose: 'Finds out whether lookups of the database time out under load',
  deleteBy: '2026-12-15',
  restartPolicy: 'Never',
  pod: dnsCheck,
});

const platform = new Chart(app, 'platform', { namespace: 'platform' });

new DaemonSet(platform, 'node-logs', { pod: nodeLogs });

app.synth();

import { emptyDir, httpGet, pod, secret, secretKey, tcpSocket } from 'podwright';
import type { AnyPod } from 'podwright';
import {
  cloudSqlProxy,
  logShipper,
  logTailer,
  nginxExporter,
  postgresExporter,
  redisAmbassador,
  redisExporter,
  waitForHttp,
  waitForTcp,
} from 'podwright/patterns';
import { base } from '../support/shop';
import { SIDE } from './catalogue-side';

const api = pod('api', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/ready', 'http') });
const logged = api.volume('logs', emptyDir({ sizeLimit: '1Gi' }), { api: '/var/log/app' });
const sized = base.resources;
const redis = pod('redis', {
  image: 'redis:7.4.1',
  resources: sized,
  ports: { redis: 6379 },
  readinessProbe: tcpSocket('redis'),
});
const postgres = pod('postgres', { image: 'postgres:17.2', resources: sized, ports: { postgres: 5432 } });

/** Each entry of the catalogue on the simplest Pod that it is for. */
export const CATALOGUE: Readonly<Record<string, AnyPod>> = {
  ...SIDE,
  'wait-for-tcp': api.use(
    waitForTcp({
      host: 'orders-db.data.svc',
      port: 5432,
      timeout: '2m',
      because: 'the API exits when it cannot reach its database at boot',
    }),
  ),
  'wait-for-http': api.use(
    waitForHttp({
      url: 'http://inventory.shop.svc:8080/healthz/ready',
      timeout: '90s',
      because: 'the API loads the whole inventory at boot and exits without it',
    }),
  ),
  'log-tailer': logged.use(
    logTailer({
      volume: 'logs',
      file: 'audit.log',
      because: 'the API writes its audit log to a file, and the platform collects what containers print',
    }),
  ),
  'log-shipper': logged.use(
    logShipper({
      volume: 'logs',
      output: { name: 'loki', host: 'loki.monitoring.svc', port: 3100, labels: 'job=api' },
      because: 'the API writes its audit log to a file, and it must be in Loki within seconds',
    }),
  ),
  'redis-ambassador': api.volume('redis-ca', secret('redis-ca', { defaultMode: 0o444 })).use(
    redisAmbassador({
      upstream: 'redis-cluster.prod.svc:6380',
      tls: { volume: 'redis-ca' },
      because: 'TLS and cluster topology stay out of the application',
    }),
  ),
  'cloud-sql-proxy': api.use(
    cloudSqlProxy({
      instance: 'acme-prod:europe-west1:orders',
      port: 5432,
      privateIp: true,
      because: 'IAM and encryption of the database connection stay out of the application',
    }),
  ),
  'nginx-exporter': pod('web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3-alpine',
    resources: sized,
    ports: { http: 8080 },
  })
    .scratch('/tmp', '32Mi')
    .use(
      nginxExporter({
        port: 'http',
        scrape: {},
        because: 'Prometheus reads metrics, and nginx tells its state on a page of its own format',
      }),
    ),
  'redis-exporter': redis.use(
    redisExporter({
      port: 'redis',
      password: secretKey('redis', 'password'),
      because: 'Prometheus reads metrics over HTTP, and Redis tells its state in its own protocol',
    }),
  ),
  'postgres-exporter': postgres.use(
    postgresExporter({
      port: 'postgres',
      user: 'exporter',
      password: secretKey('orders-db', 'exporter-password'),
      because: 'Prometheus reads metrics over HTTP, and PostgreSQL tells its state in SQL',
    }),
  ),
};

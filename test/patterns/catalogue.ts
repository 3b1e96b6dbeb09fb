import { emptyDir, httpGet, pod, secret, secretKey, tcpSocket } from 'podwright';
import type { AnyPod } from 'podwright';
import {
  cloudSqlProxy,
  envoyAmbassador,
  haproxyAmbassador,
  jmxExporter,
  logShipper,
  logTailer,
  mtlsAmbassador,
  mtlsProxy,
  nginxExporter,
  oauth2Proxy,
  openTelemetryCollector,
  pgBouncer,
  postgresExporter,
  redisAmbassador,
  redisExporter,
  statsdExporter,
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
  'envoy-ambassador': api.volume('inventory-ca', secret('inventory-ca', { defaultMode: 0o444 })).use(
    envoyAmbassador({
      upstream: 'inventory.shop.example.com:443',
      listens: { inventory: 8081 },
      wires: { address: 'INVENTORY_ADDRESS' },
      protocol: 'http2',
      tls: { volume: 'inventory-ca' },
      because: 'the API speaks gRPC without TLS, and its client never gives up',
    }),
  ),
  'envoy-ambassador-tcp': api.use(
    envoyAmbassador({
      upstream: 'ledger.data.svc:7000',
      listens: { ledger: 7000 },
      wires: { host: 'LEDGER_HOST', port: 'LEDGER_PORT' },
      because: 'the client of the ledger does not try again when a connection is refused',
    }),
  ),
  'haproxy-ambassador': api.use(
    haproxyAmbassador({
      upstreams: ['pg-0.pg.data.svc.cluster.local:5432', 'pg-1.pg.data.svc.cluster.local:5432'],
      listens: { postgres: 5432 },
      wires: { host: 'DB_HOST', port: 'DB_PORT' },
      balance: 'failover',
      check: { path: '/primary', port: 8008 },
      followDns: true,
      because: 'the driver of the API knows one address, and the primary moves',
    }),
  ),
  'haproxy-ambassador-tls': api.volume('ldap-ca', secret('ldap-ca', { defaultMode: 0o444 })).use(
    haproxyAmbassador({
      upstreams: ['ldap-a.example.com:636', 'ldap-b.example.com:636'],
      listens: { ldap: 3890 },
      wires: { address: 'LDAP_ADDRESS' },
      balance: 'leastconn',
      tls: { volume: 'ldap-ca' },
      because: 'the API speaks LDAP without TLS to one server',
    }),
  ),
  pgbouncer: api
    .volume('db-users', secret('orders-pgbouncer', { defaultMode: 0o444 }))
    .volume('db-ca', secret('orders-db-ca', { defaultMode: 0o444 }))
    .use(
      pgBouncer({
        upstream: 'orders-db.data.svc:5432',
        users: { volume: 'db-users' },
        tls: { volume: 'db-ca' },
        because: 'the API opens a connection for each of its workers, and PostgreSQL pays for each',
      }),
    ),
  'oauth2-proxy': api.use(
    oauth2Proxy({
      port: 'http',
      issuer: 'https://login.example.com/realms/shop',
      clientId: 'orders',
      clientSecret: secretKey('orders-login', 'client-secret'),
      cookieSecret: secretKey('orders-login', 'cookie-secret'),
      allow: { groups: ['orders-admins'] },
      redirectUrl: 'https://orders.example.com/oauth2/callback',
      because: 'the administration of orders knows no logins of its own',
    }),
  ),
  'mtls-proxy': api.volume('server-certificate', secret('api-server-tls', { defaultMode: 0o444 })).use(
    mtlsProxy({
      port: 'http',
      certificate: { volume: 'server-certificate' },
      allow: { uri: ['spiffe://example.com/ns/shop/**'] },
      because: 'the API speaks plain HTTP, and only workloads of the shop may call it',
    }),
  ),
  'mtls-ambassador': api.volume('client-certificate', secret('api-client-tls', { defaultMode: 0o444 })).use(
    mtlsAmbassador({
      upstream: 'ledger.bank.example.com:8443',
      listens: { ledger: 8081 },
      wires: { address: 'LEDGER_ADDRESS' },
      certificate: { volume: 'client-certificate' },
      because: 'the ledger wants a certificate of the client, and the API cannot show one',
    }),
  ),
  'jmx-exporter': pod('broker', {
    image: 'apache/activemq-artemis:2.39.0',
    resources: sized,
    ports: { amqp: 5672, metrics: 9404 },
  }).use(
    jmxExporter({
      port: 'metrics',
      agent: {
        url: 'https://maven.example.com/io/prometheus/jmx/jmx_prometheus_javaagent/1.5.0/jmx_prometheus_javaagent-1.5.0.jar',
        sha256: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      },
      rules: 'rules:\n  - pattern: "org.apache.activemq.artemis<.*>"\n',
      because: 'Prometheus reads metrics over HTTP, and the broker tells its state in beans',
    }),
  ),
  'statsd-exporter': api.use(
    statsdExporter({
      mappings: [{ match: 'orders.*.placed', name: 'orders_placed_total', labels: { shop: '$1' } }],
      because: 'Prometheus reads metrics over HTTP, and the API sends StatsD lines',
    }),
  ),
  'otel-collector': api.use(
    openTelemetryCollector({
      endpoint: 'https://otlp.example.com:4317',
      headers: { 'api-key': secretKey('telemetry', 'api-key') },
      because: 'the key of the telemetry vendor stays out of the application',
    }),
  ),
  'otel-collector-http': api.use(
    openTelemetryCollector({
      endpoint: 'http://otel-gateway.monitoring.svc:4318',
      protocol: 'http',
      because: 'traces of the last seconds before a crash are in nobody else',
    }),
  ),
};

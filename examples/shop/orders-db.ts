import { because, claimPerReplica, configMapKey, emptyDir, exec, pod, recommendedLabels, secretKey } from 'podwright';
import { adapter } from 'podwright/patterns';

/** Keeps the orders: PostgreSQL with a volume of its own and an exporter that speaks Prometheus. */
export const ordersDb = pod('postgres', {
  image: 'postgres:17.2-bookworm',
  ports: { postgres: 5432 },
  env: {
    PGDATA: '/var/lib/postgresql/data/pgdata',
    POSTGRES_DB: configMapKey('orders-db', 'database'),
    POSTGRES_PASSWORD: because(
      'it is read at the first start alone, before there is a database',
      secretKey('orders-db-credentials', 'password'),
    ),
  },
  resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '1', memory: '2Gi' } },
  startupProbe: exec(['pg_isready', '--username=postgres'], { periodSeconds: 5, failureThreshold: 60 }),
  readinessProbe: exec(['pg_isready', '--username=postgres'], { periodSeconds: 5, timeoutSeconds: 3 }),
  securityContext: { runAsUser: 999, runAsGroup: 999 },
})
  .metadata({ labels: recommendedLabels({ version: '17.2', component: 'database', partOf: 'shop' }) })
  .scratch('/tmp', '64Mi')
  .volume('data', claimPerReplica('50Gi'), { postgres: '/var/lib/postgresql/data' })
  .volume('socket', emptyDir({ sizeLimit: '1Mi', medium: 'Memory' }), { postgres: '/var/run/postgresql' })
  .use(
    adapter({
      name: 'exporter',
      because: 'Prometheus reads metrics over HTTP, and PostgreSQL tells them in SQL over its socket',
      source: { path: '/var/run/postgresql' },
      metrics: { metrics: 9187 },
      image: 'quay.io/prometheuscommunity/postgres-exporter:v0.16.0',
      env: {
        DATA_SOURCE_NAME: because(
          'the exporter reads its connection from a variable alone',
          secretKey('orders-db-credentials', 'exporter-dsn'),
        ),
      },
      resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '20m', memory: '32Mi' } },
      securityContext: { runAsUser: 65534 },
      reads: { '/var/run/postgresql': 'socket' },
    }),
  )
  .spec({ terminationGracePeriodSeconds: 120, securityContext: { fsGroup: 999 } })
  .expectQosClass('Guaranteed');
